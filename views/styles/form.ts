/**
 * Questions that only some people need are hidden by what is ticked. A browser that cannot do that shows them all, and
 * a question that has to be put right is never hidden.
 */
export const form = `
.back{margin:.5rem 0 0}
.back a{display:inline-flex;align-items:center;min-block-size:2.75rem;gap:.5rem}
.back a:before{content:"";inline-size:.5rem;block-size:.5rem;border:solid;border-width:0 0 .125rem .125rem;transform:rotate(45deg)}
.caption{color:var(--quiet);margin:.5rem 0 0}
.way{display:flex;gap:.25rem;margin-block:.25rem .75rem}
.way span{flex:1;block-size:.375rem;border-radius:.1875rem;background:var(--hair)}
.way .done{background:var(--deep)}
.way+h1,form h1{margin:.25rem 0 .5rem}
.question-page{margin-block-end:.5rem}
.question-page>button{margin-block-start:.5rem}
.question-page .lead{margin-block-end:.5rem}
.field:has(>legend>h1,>h1){margin-block-start:0}
.check{margin:0}
.check>div{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 1rem;padding-block:.75rem;border-block-end:1px solid var(--hair)}
.check dt{grid-column:1;font-weight:700}
.check dd{grid-column:1;margin:0;overflow-wrap:anywhere}
.check dd:not(.act){white-space:pre-line}
.check .act{grid-column:2;grid-row:1/span 9}
.check .act a{display:flex;align-items:center;min-block-size:2.75rem;min-inline-size:2.75rem;margin-block:-.5625rem}
@media (min-width:40rem){
.check>div{grid-template-columns:14rem 1fr auto}
.check dd{grid-column:2}
.check .act{grid-column:3}
}
.send{margin-block:2rem 1rem}
.intake>h2{border-block-start:1px solid var(--hair);padding-block-start:1.5rem;margin-block-start:2.5rem}
fieldset{border:0;margin:0;padding:0;min-inline-size:0}
.field{margin-block:1.75rem}
legend{float:inline-start;inline-size:100%}
legend+*{clear:both}
legend,.question{display:block;padding:0;font-weight:700;font-size:1.125rem;line-height:1.35}
.field h3{margin-block:0}
.safety .field{margin-block:0}
.inset{border-inline-start:.25rem solid var(--hair);padding-inline-start:1rem;margin-block:1rem}
.inset>:first-child{margin-block-start:0}
.inset>:last-child{margin-block-end:0}
input:not([type=radio],[type=checkbox]),select,textarea{display:block;inline-size:100%;min-block-size:3rem;margin-block-start:.375rem;padding:.5rem .75rem;border:.125rem solid var(--edge);border-radius:.375rem;background:#fff;color:inherit;font:inherit}
.short{max-inline-size:9rem}
.middle{max-inline-size:16rem}
legend+.cards{padding-block-start:.125rem}
.field+.cards{margin-block-start:-1.25rem}
.choice{position:relative}
.cards .choice{margin-block-start:.5rem}
.choice input{position:absolute;margin:0;accent-color:var(--deep);cursor:pointer}
.cards input{inset-inline-start:.875rem;inset-block-start:.875rem;inline-size:1.25rem;block-size:1.25rem}
.choice label{display:block;border:.125rem solid var(--hair);border-radius:.375rem;background:#fff;cursor:pointer}
.cards label{padding-block:.625rem;padding-inline:2.875rem 1rem;line-height:1.5}
.choice label:hover{border-color:var(--deep)}
:checked+label{border-color:var(--deep);background:var(--tint)}
.choice :focus-visible+label{outline:.1875rem solid var(--focus);outline-offset:.125rem}
.choice :focus-visible{outline:0}
.row{display:flex;flex-wrap:wrap;margin-block-start:.375rem;padding-inline-end:.125rem}
.row .choice{flex:1 1 5.25rem;display:flex;margin:0 -.125rem -.125rem 0}
.row input{inset:0;inline-size:100%;block-size:100%;opacity:0;z-index:1}
.row label{flex:1;display:flex;align-items:center;justify-content:center;min-block-size:2.875rem;padding:.25rem;border-color:var(--edge);border-radius:0;font-size:1rem;line-height:1.2;text-align:center}
.row :checked+label{position:relative;background:var(--deep);border-color:var(--deep);color:#fff}
.row :focus-visible+label{position:relative}
.part{border:1px solid var(--edge);border-radius:.5rem;margin-block:1rem}
summary{padding:.75rem 1rem;min-block-size:2.75rem;font-weight:700;font-size:1.125rem;line-height:1.35;color:var(--deep);cursor:pointer}
.inside{padding:0 1rem 1rem}
.inside .field{margin-block:1rem}
.part .field legend{font-size:1.0625rem}
.problem{color:var(--wrong);font-weight:700;margin:.25rem 0}
.field:has(>.problem){border-inline-start:.25rem solid var(--wrong);padding-inline-start:.875rem}
[aria-invalid=true]:is(input,select,textarea){border-color:var(--wrong)}
.errors{border:.25rem solid var(--wrong);border-radius:.5rem;padding:1rem;margin-block:1.5rem}
.errors h2,.errors p{margin:0 0 .5rem}
.errors ul{margin:0;list-style:none;padding:0}
.errors a{display:block;padding-block:.625rem;color:var(--wrong);font-weight:700}
.help-now h2{margin-block:1rem .25rem}
@supports selector(:has(*)){
.safety:not(:has(#safety-might-hurt:checked,#safety-being-hurt:checked)) .help-now,
form:not(:has(#who-someone-else:checked,#who-my-client:checked)) .when-helping:not(:has(.problem)),
form:not(:has(#noZip:checked)) .when-no-zip:not(:has(.problem)),
form:not(:has(#meet-in-person:checked)) .when-in-person:not(:has(.problem)),
form:not(:has(#wish-other-language-nice:checked,#wish-other-language-must:checked)) .when-other-language:not(:has(.problem)),
form:not(:has(#contact-text:checked,#contact-call:checked)) .when-phone:not(:has(.problem)),
form:not(:has(#contact-call:checked)) .when-call:not(:has(.problem)),
form:not(:has(#contact-email:checked)) .when-email:not(:has(.problem)),
.offer:not(:has(#answer-yes:checked)) .when-yes:not(:has(.problem)),
.offer:not(:has(#answer-no:checked)) .when-no:not(:has(.problem)),
.check-in:not(:has(#checkIn-need-help-now:checked)) .help-now{display:none}
}
`
