/**
 * Colours keep 7:1 for words and 3:1 for edges (WCAG 1.4.6, 1.4.11); what can be pressed is 44px tall (2.5.5). Lengths
 * follow the direction of writing, so that a language written from the right needs no second sheet.
 */
export const base = `
:root{--ink:#1c2321;--quiet:#3b4643;--deep:#0d4a50;--deeper:#08343a;--tint:#edf5f4;--edge:#66736f;--hair:#c9d3d0;--link:#0b4a6f;--wrong:#8a1008;--focus:#0b5cad}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;color:var(--ink);background:#fff;overflow-wrap:break-word}
.wrap{max-inline-size:40rem;margin-inline:auto;padding-inline:1rem}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:.08em}
a:visited{color:#4b1d80}
a:hover{text-decoration-thickness:.16em}
:focus-visible{outline:.1875rem solid var(--focus);outline-offset:.1875rem;border-radius:.125rem}
main:focus{outline:0}
h1,h2,h3,h4{line-height:1.25;text-wrap:balance}
h1{font-size:1.875rem;letter-spacing:-.01em;margin:1.5rem 0 .75rem}
h2{font-size:1.375rem;margin:2.25rem 0 .75rem}
h3,h4{font-size:1.125rem;margin:1.25rem 0 .25rem}
p{margin:.875rem 0}
ul,ol{padding-inline-start:1.5rem}
li{margin-block:.375rem}
.lead{font-size:1.1875rem;line-height:1.5;margin-block-end:1.25rem}
.hint,.quiet,.optional{color:var(--quiet)}
.optional{font-weight:400}
.hint{margin:.125rem 0 .5rem}
.unseen,legend.unseen{position:absolute;float:none;inline-size:1px;block-size:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:1rem;inset-block-start:-5rem;padding:.75rem 1rem;background:#fff;z-index:1}
.skip:focus{inset-block-start:.5rem}
.top .wrap{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:.5rem;padding-block:.375rem;font-size:1rem}
.top a{display:inline-flex;align-items:center;min-block-size:2.75rem;color:var(--deep)}
.brand{font-weight:700;text-decoration:none;gap:.5rem}
.brand:before{content:"";inline-size:1.125rem;block-size:1.125rem;border:.25rem solid;border-inline-end-color:transparent;border-radius:50%;transform:rotate(-35deg)}
.switch{padding-inline:.5rem;margin-inline-end:-.5rem}
.crisis{background:var(--deep);color:#fff;line-height:1.35}
.crisis .wrap{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 1.25rem;padding-block:.375rem}
.crisis p{margin:0}
.crisis a{color:#fff;display:inline-flex;align-items:center;min-block-size:2.75rem}
.crisis :focus-visible{outline-color:#fff}
.crisis .phone{padding-inline:.625rem;min-inline-size:2.75rem;justify-content:center;background:#fff;color:var(--deeper);border-radius:1.375rem;font-weight:700}
.phone{font-weight:700}
main{padding-block-end:2.5rem}
main .phone,.foot a,.tall{display:inline-flex;align-items:center;min-block-size:2.75rem}
.foot{border-block-start:1px solid var(--hair);padding-block:1rem 3rem}
.foot p{margin:.25rem 0}
.more{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:0 1.5rem}
.more li{margin:0}
.button,button{display:inline-flex;align-items:center;justify-content:center;min-block-size:3rem;max-inline-size:100%;padding:.75rem min(1.5rem,6vw);border:.125rem solid var(--deep);border-radius:.375rem;background:var(--deep);color:#fff;font:inherit;font-weight:700;line-height:1.25;text-align:center;text-decoration:none;cursor:pointer}
.button:visited{color:#fff}
.button:hover,button:hover{background:var(--deeper)}
button.switch{min-block-size:2.75rem;padding-block:0;border:0;background:none;color:var(--deep);font-weight:400;text-decoration:underline;text-underline-offset:.18em;text-decoration-thickness:.08em}
button.switch:hover{background:none;text-decoration-thickness:.16em}
.big{font-size:1.25rem;padding:.875rem min(2rem,6vw)}
.quiet-button,.quiet-button:visited{background:#fff;color:var(--deep)}
.quiet-button:hover{background:var(--tint)}
.like-link{min-block-size:2.75rem;padding:0;border:0;background:none;color:var(--link);font-weight:400;text-decoration:underline;text-underline-offset:.18em;text-decoration-thickness:.08em}
.like-link:hover{background:none;text-decoration-thickness:.16em}
.choose{display:flex;flex-wrap:wrap;gap:.75rem}
.panel,.ticket{background:var(--tint);border-radius:.5rem;padding:1rem;margin-block:1.5rem}
.panel>:first-child,.ticket>:first-child{margin-block-start:0}
.panel>:last-child,.ticket>:last-child{margin-block-end:0}
.ticket{border-inline-start:.375rem solid var(--deep)}
.ticket h2{font-size:1.0625rem;margin:0}
.reference{font:700 2rem/1.3 ui-monospace,"SF Mono",Menlo,Consolas,monospace;letter-spacing:.04em;margin:.25rem 0}
.small-reference{font-family:ui-monospace,"SF Mono",Menlo,Consolas,monospace;font-weight:700}
.address{font-size:.9375rem;overflow-wrap:anywhere;color:var(--quiet)}
.in-other{margin:1rem 0 0;font-weight:700}
.in-other a{display:flex;align-items:center;min-block-size:2.75rem;padding:.5rem 1rem;border:.125rem solid var(--deep);border-radius:.375rem;color:var(--deep);background:var(--tint)}
.promises{list-style:none;padding:0;margin-block:1.25rem 1.75rem}
.promises li{padding-inline-start:2rem;position:relative}
.promises li:before{content:"";position:absolute;inset-inline-start:.375rem;inset-block-start:.375em;inline-size:.375rem;block-size:.75rem;border:solid var(--deep);border-width:0 .1875rem .1875rem 0;transform:rotate(40deg)}
.steps li{padding-inline-start:.25rem}
.next{font-weight:700}
.facts dt{font-weight:700;margin-block-start:.75rem}
.facts dt:first-child{margin-block-start:0}
.facts dd{margin:0;overflow-wrap:anywhere}
.card{border:1px solid var(--edge);border-radius:.5rem;padding:1rem;margin-block:1rem}
.card h3{margin-block-start:0;font-size:1.25rem}
.card>:last-child{margin-block-end:0}
.help{list-style:none;padding:0}
.help li{border-block-end:1px solid var(--hair);padding-block:.5rem .75rem;margin:0}
.help p{margin:0}
.help .call{display:flex;align-items:center;min-block-size:2.75rem;inline-size:fit-content;font-size:1.1875rem;font-weight:700;line-height:1.3}
`
