/**
 * What only the console has: a wider page, who is signed in at its top, tables that become cards on a narrow screen, and
 * the box of safe contact. Urgent and late are words with a border; colour only repeats them.
 */
export const staff = `
.console .wrap{max-inline-size:60rem}
.console .top{border-block-end:1px solid var(--hair)}
.console .top .wrap{flex-wrap:wrap}
.console main p,.console main dl,.console main ul{max-inline-size:46rem}
.whoami{display:flex;flex-wrap:wrap;align-items:center;gap:0 .75rem}
.whoami p{margin:0}
.whoami .switch{padding-inline:0;margin:0}
.counts{font-weight:700}
.mark{display:inline-block;padding:0 .375rem;border:.125rem solid var(--wrong);border-radius:.25rem;color:var(--wrong);font-weight:700;line-height:1.35}
.late{color:var(--wrong);font-weight:700}
.warning,.done{border-inline-start:.375rem solid var(--wrong);background:#fdf3f2;padding:.75rem 1rem;border-radius:.25rem}
.done{border-color:var(--deep);background:var(--tint);font-weight:700}
.find{margin-block:1.5rem}
.find .line{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end}
.find input{flex:1 1 12rem;max-inline-size:20rem;margin:0}
table{inline-size:100%;border-collapse:collapse;margin-block:1rem;line-height:1.4}
caption{text-align:start;font-weight:700;padding-block-end:.5rem}
th,td{text-align:start;vertical-align:top;padding:.625rem .75rem .625rem 0;border-block-end:1px solid var(--hair)}
thead th{border-block-end:.125rem solid var(--edge)}
td .column{display:none}
td a{display:inline-flex;align-items:center;min-block-size:2.75rem;margin-block:-.625rem;white-space:nowrap}
.safe-contact{border:.25rem solid var(--wrong);border-radius:.5rem;padding:1rem;margin-block:1.5rem}
.safe-contact h2{margin:0 0 .5rem}
.safe-contact p:last-child{margin-block-end:0}
.facts{margin-block:.5rem}
.on-this-page ul{display:flex;flex-wrap:wrap;gap:0 1.25rem;list-style:none;padding:0;max-inline-size:none}
.on-this-page li{margin:0}
.on-this-page a{display:inline-flex;align-items:center;min-block-size:2.75rem}
.tasks,.notes,.points{list-style:none;padding:0}
.task{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:.25rem 1rem;border-block-end:1px solid var(--hair);padding-block:.5rem;margin:0}
.task p{margin:0}
.points li{display:flex;justify-content:space-between;gap:1rem;margin:0;padding-block:.25rem;border-block-end:1px solid var(--hair)}
.points li:last-child{border-block-end:0;font-weight:700}
.points .number,h1 .small-reference{white-space:nowrap}
.counted li:last-child{font-weight:400}
.as-written{white-space:pre-wrap;overflow-wrap:anywhere}
.plain-step{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1rem;margin-block:.75rem}
.plain-step .hint{margin:0;flex:1 1 18rem}
.letter .as-written{border-block-start:1px solid var(--hair);padding-block-start:.75rem}
q{font-weight:400;font-style:italic}
@media (min-width:40rem){
.console .facts{display:grid;grid-template-columns:12rem 1fr;gap:.375rem 1rem}
.console .facts dt,.console .facts dd{margin:0}
}
@media (max-width:39.99rem){
.cards-when-narrow,.cards-when-narrow caption,.cards-when-narrow tbody,.cards-when-narrow tr,.cards-when-narrow td{display:block}
.cards-when-narrow thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.cards-when-narrow tr{border:1px solid var(--edge);border-radius:.5rem;padding:.5rem 1rem;margin-block:.75rem}
.cards-when-narrow td{display:flex;gap:.5rem;padding:.375rem 0;border:0}
.cards-when-narrow td .column{display:block;flex:0 0 7rem;color:var(--quiet)}
.cards-when-narrow td>div{min-inline-size:0;overflow-wrap:anywhere}
.cards-when-narrow td a{margin-block:-.5rem}
}
`
