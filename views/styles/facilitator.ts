/** What must not be overlooked before someone is contacted. The red is that of problems, and the heading says it too. */
export const facilitator = `
.beware{border:.25rem solid var(--wrong);border-radius:.5rem;padding:1rem;margin-block:1.5rem}
.beware>:first-child{margin-block-start:0}
.beware>:last-child{margin-block-end:0}
.beware h2{color:var(--wrong)}
.whole{display:inline-block}
.panel form+form{margin-block-start:.75rem}
@supports selector(:has(*)){
form:not(:has(#session-other:checked)) .when-other:not(:has(.problem)){display:none}
}
@media (forced-colors:active){
.beware{border-color:CanvasText}
}
`
