// The style of the pages: one column on a phone, system fonts, light and dark, a focus that can be seen.

export const appCss = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1b1f24, #e8eaed);
  --quiet: light-dark(#57606a, #a8b0ba);
  --paper: light-dark(#ffffff, #15181c);
  --band: light-dark(#f3f5f7, #1f242a);
  --line: light-dark(#c9d0d8, #3d444d);
  --link: light-dark(#0b57b0, #84b9ff);
  --good: light-dark(#0a6b35, #6ddc97);
  --wait: light-dark(#7a4b00, #f2c063);
  --bad: light-dark(#a8121f, #ff9a9a);
}
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding: .75rem 1rem;
  background: var(--band); border-bottom: 1px solid var(--line); }
header p { margin: 0; }
.product { font-weight: 700; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: .5rem 0; }
[aria-current=page] { font-weight: 700; color: var(--ink); }
.language { margin-left: auto; padding: .5rem 0; }
.inline { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
main { padding: 1rem; max-width: 90rem; margin: 0 auto; }
footer { padding: 1rem; color: var(--quiet); }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .5rem 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
.skip { position: absolute; left: -100vw; padding: .75rem 1rem; background: var(--paper); }
.skip:focus { left: 0; top: 0; z-index: 1; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet { color: var(--quiet); margin: .25rem 0; }
.scroll { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere; min-width: 6rem; }
thead th { color: var(--quiet); font-size: .875rem; }
tbody th { font-weight: 500; }
.number { text-align: right; font-variant-numeric: tabular-nums; min-width: 4rem; }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
code, .raw { font-family: ui-monospace, monospace; font-size: .875rem; }
.raw { white-space: pre-wrap; }
dl { margin: .5rem 0; }
dl div { padding: .4rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--quiet); font-size: .875rem; }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
@media (min-width: 40rem) { dl div { display: grid; grid-template-columns: 16rem 1fr; gap: 1rem; } }
details { margin: .75rem 0; }
summary { cursor: pointer; padding: .5rem 0; }
label { display: block; font-weight: 600; }
input, select, button { font: inherit; color: inherit; min-height: 2.75rem; padding: .4rem .75rem; border-radius: .3rem;
  border: 1px solid var(--quiet); background: var(--paper); }
input, select { width: 100%; }
button { cursor: pointer; font-weight: 600; border-color: var(--link); color: var(--link); }
.filters { display: grid; gap: .75rem 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
  align-items: end; }
.filters p { margin: 0; }
.actions { display: flex; gap: 1rem; align-items: center; }
.stacked { display: grid; gap: .75rem; max-width: 26rem; }
.badge { font-weight: 600; }
.badge-delivered, .badge-granted, .badge-closed, .badge-ready { color: var(--good); }
.badge-pending, .badge-retry, .badge-open, .badge-unknown, .badge-unreachable { color: var(--wait); }
.badge-parked, .badge-rejected, .badge-blocked, .badge-denied, .badge-paused, .badge-incomplete { color: var(--bad); }
article, .match { margin: 1rem 0; padding: .25rem 1rem 1rem; border: 1px solid var(--line); border-radius: .3rem; }
article .inline, .match .inline { margin-top: .75rem; }
.reasons { margin: 0; padding-left: 1.25rem; }
.badge-merge, .badge-accepted { color: var(--good); }
.badge-review, .badge-contradicted { color: var(--wait); }
.notice, .alert { padding: .75rem 1rem; border-left: 4px solid var(--good); background: var(--band); }
.alert { border-color: var(--bad); }
`
