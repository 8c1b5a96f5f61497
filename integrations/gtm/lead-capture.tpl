___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Lead capture",
  "categories": [
    "LEAD_GENERATION",
    "ATTRIBUTION"
  ],
  "brand": {
    "id": "brand_dummy",
    "displayName": ""
  },
  "description": "Loads lc.js from your collector. It captures the forms that people submit and leaves the page as it is.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "siteKey",
    "displayName": "Site key",
    "simpleValueType": true,
    "alwaysInSummary": true,
    "valueHint": "pk_live_…",
    "help": "The public key of this site. It is no secret.",
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      },
      {
        "type": "REGEX",
        "args": [
          "^pk_[a-z]+_[A-Za-z0-9_-]{1,64}$"
        ],
        "errorMessage": "A site key looks like pk_live_… and has no spaces."
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "collectorOrigin",
    "displayName": "Collector",
    "simpleValueType": true,
    "alwaysInSummary": true,
    "valueHint": "https://leads.example.com",
    "help": "Where lc.js is served and where leads go: scheme and host, without a path.",
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      },
      {
        "type": "REGEX",
        "args": [
          "^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?$"
        ],
        "errorMessage": "Enter an https address without a path, for example https://leads.example.com."
      }
    ]
  },
  {
    "type": "CHECKBOX",
    "name": "onlyTagged",
    "checkboxText": "Capture only forms with data-lead",
    "simpleValueType": true,
    "defaultValue": false,
    "help": "Otherwise every form is captured, except logins and site searches."
  },
  {
    "type": "CHECKBOX",
    "name": "requireConsent",
    "checkboxText": "Send and store nothing before consent is granted",
    "simpleValueType": true,
    "defaultValue": false,
    "help": "Otherwise a submitted lead is sent with the consent it had, and nothing is stored before consent."
  },
  {
    "type": "CHECKBOX",
    "name": "debug",
    "checkboxText": "Explain everything in the browser console",
    "simpleValueType": true,
    "defaultValue": false,
    "help": "For the time of the installation. To look at a single page, open it with ?lead_debug=1 instead."
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const copyFromWindow = require('copyFromWindow');
const createRegex = require('createRegex');
const injectScript = require('injectScript');
const logToConsole = require('logToConsole');
const makeString = require('makeString');
const queryPermission = require('queryPermission');
const setInWindow = require('setInWindow');
const testRegex = require('testRegex');

const say = (text) => logToConsole('[lead-capture] ' + text);
const fail = (text) => {
  say(text);
  data.gtmOnFailure();
};

// A field may hold a variable, which the editor cannot check. So both are checked again here.
const key = makeString(data.siteKey || '').trim();
if (!testRegex(createRegex('^pk_[a-z]+_[A-Za-z0-9_-]{1,64}$'), key)) {
  fail('The site key must look like pk_live_… and has no spaces.');
  return;
}
const address = makeString(data.collectorOrigin || '').trim();
if (!testRegex(createRegex('^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?$'), address)) {
  fail('The collector must be an https address without a path.');
  return;
}
const endpoint = address.charAt(address.length - 1) === '/' ? address.slice(0, -1) : address;
const scriptUrl = endpoint + '/lc.js';

// With a queue it is the stub, which waits for the script. Without one the script itself is there already.
const present = copyFromWindow('leadCapture');
if (present && present.submit && !present.q) {
  say('lc.js is already on this page, so this tag does nothing.');
  data.gtmOnSuccess();
  return;
}

if (!queryPermission('inject_script', scriptUrl)) {
  fail('Add ' + scriptUrl + ' to "Injects scripts" on the Permissions tab of this template.');
  return;
}

// The script has no attributes here, so it reads this. What is off is left out.
const config = { key: key, endpoint: endpoint };
if (data.onlyTagged) config.auto = 'off';
if (data.requireConsent) config.consent = 'required';
if (data.debug) config.debug = true;
setInWindow('leadCaptureConfig', config, true);

injectScript(scriptUrl, data.gtmOnSuccess, data.gtmOnFailure, scriptUrl);


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "inject_script",
        "versionId": "1"
      },
      "param": [
        {
          "key": "urls",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "https://*/lc.js"
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "access_globals",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "leadCaptureConfig"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "leadCapture"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "logging",
        "versionId": "1"
      },
      "param": [
        {
          "key": "environments",
          "value": {
            "type": 1,
            "string": "debug"
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: Loads the script with the key and the collector
  code: |-
    mock('injectScript', (url, onSuccess) => onSuccess());
    runCode({ siteKey: 'pk_live_demo', collectorOrigin: 'https://leads.example.com/' });
    assertThat(config).isEqualTo({ key: 'pk_live_demo', endpoint: 'https://leads.example.com' });
    assertApi('injectScript').wasCalled();
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Hands on what was ticked
  code: |-
    mock('injectScript', (url, onSuccess) => onSuccess());
    runCode({
      siteKey: 'pk_live_demo',
      collectorOrigin: 'https://leads.example.com',
      onlyTagged: true,
      requireConsent: true,
      debug: true
    });
    assertThat(config.auto).isEqualTo('off');
    assertThat(config.consent).isEqualTo('required');
    assertThat(config.debug).isEqualTo(true);
- name: Refuses a key that is none, and loads nothing
  code: |-
    runCode({ siteKey: 'UA-12345', collectorOrigin: 'https://leads.example.com' });
    assertApi('injectScript').wasNotCalled();
    assertApi('setInWindow').wasNotCalled();
    assertApi('gtmOnFailure').wasCalled();
- name: Does nothing where the script is already on the page
  code: |-
    mock('copyFromWindow', { submit: () => {}, consent: () => {}, on: () => {} });
    runCode({ siteKey: 'pk_live_demo', collectorOrigin: 'https://leads.example.com' });
    assertApi('injectScript').wasNotCalled();
    assertApi('gtmOnSuccess').wasCalled();
- name: Fails when the script does not load
  code: |-
    mock('injectScript', (url, onSuccess, onFailure) => onFailure());
    runCode({ siteKey: 'pk_live_demo', collectorOrigin: 'https://leads.example.com' });
    assertApi('gtmOnSuccess').wasNotCalled();
    assertApi('gtmOnFailure').wasCalled();
setup: |-
  let config;
  mock('setInWindow', (name, value) => { config = value; });
  mock('copyFromWindow', undefined);
  mock('queryPermission', true);


___NOTES___

After importing, open the Permissions tab and replace https://*/lc.js with the address of your own collector, for
example https://leads.example.com/lc.js. Then no other address can be loaded by this template.

How to use it: docs/embed/google-tag-manager.md
