// How the panel looks. A constructable stylesheet: a strict policy refuses neither it nor what it says. Where a browser
// has none, the panel is plain text at the end of the page. The colours are the browser's own, light or dark, and so is
// the ring of the focus. Nothing moves, so there is no motion to reduce.
// Classes: m is muted; ok and hm are outcomes.

const css = `:host{all:initial!important;position:fixed!important;inset:auto 9px 9px auto!important;z-index:2147483647!important;color-scheme:light dark!important}
*{box-sizing:border-box;margin:0;padding:0;border:0 solid #8886;font:inherit;color:inherit;overflow-wrap:anywhere}
section{font:13px/1.5 system-ui;color:CanvasText;background:Canvas;border-width:1px;border-radius:9px}
section>details>div{width:min(380px,100vw - 18px);max-height:80vh;overflow:auto}
div>details,section>details>div,tr{border-top-width:1px}
summary{padding:9px 14px;outline-offset:-3px}
summary span{float:right}
details>div,.top{padding:0 14px 9px}
button{width:100%;margin:9px 0;padding:9px 14px;border-radius:9px;background:CanvasText;color:Canvas}
b,h3,button{font-weight:600}
h3,li,.hm{margin:9px 0}
span,td+td,.m,:disabled{opacity:.7}
.ok{color:light-dark(#163,#8da)}
.hm{color:light-dark(#840,#fb7)}
code{font:13px monospace}
li{list-style:none;padding:9px 14px;background:#8882}
table{width:100%;border-collapse:collapse}
td{padding:3px 0;width:50%;vertical-align:baseline}`

/** Styles the panel. */
export const style = (root: ShadowRoot): void => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
}
