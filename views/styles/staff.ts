/** What only the console has: a wider page, and who is signed in at its top. */
export const staff = `
.console .wrap{max-inline-size:60rem}
.console .top{border-block-end:1px solid var(--hair)}
.console .top .wrap{flex-wrap:wrap}
.whoami{display:flex;flex-wrap:wrap;align-items:center;gap:0 .75rem}
.whoami p{margin:0}
.whoami .switch{padding-inline:0;margin:0}
`
