import { describe, expect, it } from 'vitest'
import { mapFields } from './map-fields.ts'
import { recogniseField } from './recognise-field.ts'

describe('a named source', () => {
  it('decides what its own keys mean', () => {
    expect(recogniseField('title', undefined, 'salesforce-web-to-lead')).toEqual({ field: 'jobTitle', by: 'source' })
    expect(recogniseField('WORK_EMAIL', undefined, 'google-ads')?.field).toBe('email')
    expect(recogniseField('your-name', undefined, 'contact-form-7')?.field).toBe('fullName')
    expect(recogniseField('orgname', undefined, 'activecampaign')?.field).toBe('company')
  })

  it('knows which of its keys are no field of a lead', () => {
    expect(recogniseField('job_function', undefined, 'linkedin')).toBeUndefined()
    expect(recogniseField('job_function', undefined)?.field).toBe('jobTitle')
  })

  it('leaves a key that it does not know to the other rules, and the same field without a source', () => {
    expect(recogniseField('telefone', undefined, 'meta')).toEqual(recogniseField('telefone', undefined))
    expect(recogniseField('title', undefined, 'toString')).toBeUndefined()
    expect(recogniseField('title', undefined)).toBeUndefined()
  })

  it('never overrules the tag of the owner, nor takes what attribution reads', () => {
    expect(recogniseField('title', { field: 'message' }, 'salesforce-web-to-lead')?.field).toBe('message')
    expect(recogniseField('utm_source', undefined, 'hubspot')).toBeUndefined()
  })

  it('reports what it does not map', () => {
    const { canonical, custom } = mapFields(
      [
        { name: 'full_name', value: 'Ana Lima' },
        { name: 'qual_seu_prazo', value: '3 meses' },
      ],
      undefined,
      'meta',
    )
    expect(canonical.fullName?.[0]?.by).toBe('source')
    expect(custom).toEqual([{ name: 'qual_seu_prazo', values: ['3 meses'] }])
  })
})
