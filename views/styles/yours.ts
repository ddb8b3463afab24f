/** What a person can still decide behind their code: wide buttons, one below the other, each with what it means. */
export const yours = `
.own{list-style:none;padding:0}
.own li{margin-block:1rem}
.own button{inline-size:100%;justify-content:flex-start;text-align:start}
.own .hint{margin:.25rem 0 0}
.noted{border-inline-start:.375rem solid var(--deep);background:var(--tint);padding:.75rem 1rem;border-radius:.25rem;font-weight:700}
.facts .quiet{font-size:.9375rem}
.as-typed{white-space:pre-wrap;overflow-wrap:anywhere}
@media (forced-colors:active){
.noted{border-color:CanvasText}
}
`
