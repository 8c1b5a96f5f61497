// WebKitGTK by selenium. Its driver speaks classic WebDriver only, so the page itself has to remember what it threw.

import { Builder, By, Key, until, type WebDriver, type WebElement } from 'selenium-webdriver'
import { findBrowser } from '../../../local/find-browser.ts'
import { openDisplay } from './display.ts'
import { type Engine, type EngineElement, type EnginePage, waitMsMax } from './engine.ts'
import { startWebkitDriver } from './webkit-driver.ts'

/** Starts the driver, and one browser with it. */
export const startWebkitEngine = async (): Promise<Engine> => {
  const executable = findBrowser('webkit')
  if (executable === undefined) throw new Error('No WebKitWebDriver found. Install webkit2gtk-driver.')
  const opened: (() => unknown)[] = []
  const close = async () => {
    for (const end of opened.reverse()) await end()
  }
  try {
    const display = await openDisplay()
    opened.push(display.close)
    const service = await startWebkitDriver(executable, display.env)
    opened.push(service.close)
    const driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(service.url)
      .withCapabilities({ browserName: 'MiniBrowser' })
      .build()
    opened.push(() => driver.quit())
    await driver
      .manage()
      .setTimeouts({ implicit: waitMsMax.element, pageLoad: waitMsMax.load, script: waitMsMax.answer })
    const version = (await driver.getCapabilities()).getBrowserVersion()
    const firstTab = await driver.getWindowHandle()
    return {
      name: 'webkit',
      version: `WebKitGTK ${version}`,
      markup: rememberErrors,
      opensWindows: false,
      // A command goes to whichever tab the driver has switched to.
      pagesMax: 1,
      openPage: url => openPage(driver, firstTab, url),
      close,
    }
  } catch (cause) {
    await close()
    throw new Error('WebKitGTK did not start', { cause })
  }
}

// Written only when something is thrown, so that a page without errors has an untouched storage. Plain text and no JSON:
// pages with a broken `toJSON` are among the cases.
const rememberErrors = `<script>(() => {
  const remember = text => sessionStorage.setItem('thrown', (sessionStorage.getItem('thrown') || '') + text + '\\n')
  addEventListener('error', event => remember(event.message))
  addEventListener('unhandledrejection', event => remember('rejected: ' + event.reason))
})()</script>`

const openPage = async (driver: WebDriver, firstTab: string, url: string): Promise<EnginePage> => {
  await driver.switchTo().window(firstTab)
  await driver.switchTo().newWindow('tab')
  await driver.get(url)
  return {
    url: () => driver.getCurrentUrl(),
    goto: url => driver.get(url),
    goBackTo: async from => {
      await driver.wait(async () => (await driver.getCurrentUrl()) !== from, waitMsMax.leave, `still at ${from}`)
      await driver.navigate().back()
      await driver.wait(until.urlIs(from), waitMsMax.leave)
    },
    find: async selector => elementOf(driver, await find(driver, selector)),
    evaluate: async code => {
      await driver.switchTo().defaultContent()
      await driver.executeScript(code)
    },
    errors: async () => {
      // The storage is that of the origin: any page of it will do.
      await driver.get(new URL('/', url).href)
      const thrown: string | null = await driver.executeScript("return sessionStorage.getItem('thrown')")
      return thrown?.trim().split('\n') ?? []
    },
    close: async () => {
      for (const tab of await driver.getAllWindowHandles()) {
        if (tab === firstTab) continue
        await driver.switchTo().window(tab)
        await driver.close()
      }
      await driver.switchTo().window(firstTab)
    },
  }
}

const find = async (driver: WebDriver, selector: string): Promise<WebElement> => {
  await driver.switchTo().defaultContent()
  const [outer = '', inFrame] = selector.split(' |> ')
  if (inFrame) {
    await driver.switchTo().frame(await driver.findElement(By.css(outer)))
    return driver.findElement(By.css(inFrame))
  }
  const [host = '', inShadow] = selector.split(' >>> ')
  const element = await driver.findElement(By.css(host))
  if (!inShadow) return element
  const root = await element.getShadowRoot()
  return root.findElement(By.css(inShadow))
}

const elementOf = (driver: WebDriver, element: WebElement): EngineElement => ({
  click: () => element.click(),
  type: text => element.sendKeys(text),
  pressEnter: () => element.sendKeys(Key.ENTER),
  upload: path => element.sendKeys(path),
  run: (act, values = []) => driver.executeScript(act, element, values),
})
