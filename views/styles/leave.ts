/**
 * The way out stays in sight, but not where the window is so low that it would hide what is read or has the focus (WCAG
 * 2.4.12). What is pressed hides the page at once: without a script, too, nobody waits for the other site to come.
 */
export const leave = `
html{scroll-padding-block-start:7rem}
.skip{z-index:3}
.held{position:sticky;inset-block-start:0;z-index:2;background:#fff;border-block-end:1px solid var(--hair)}
.held .wrap{flex-wrap:wrap}
.held .switch{margin-inline:auto 0}
.held .brand{min-inline-size:2.75rem}
.top .leave{padding:.25rem .875rem;border-radius:.375rem;background:var(--wrong);color:#fff;font-weight:700;text-decoration:none}
.top .leave:hover{background:#6b0c06}
:is(body:has(.leave:active),body:has(.leave:focus:not(:focus-visible))) :is(main,.crisis,.foot,.brand,.switch,.skip){visibility:hidden}
.cover{padding:1rem;text-align:center}
@media (max-width:27.99rem){
.top .leave{padding-inline:.625rem}
.held .switch{padding-inline:.25rem}
.held .brand span{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
}
@media (max-height:30rem){
html{scroll-padding-block-start:0}
.held{position:static}
}
`
