/** High contrast themes and paper: what a colour said has to be said by an edge or a system colour. */
export const media = `
@media (forced-colors:active){
.button,button{border-color:ButtonText}
.leave{border:.125rem solid LinkText}
.crisis{border-block:.125rem solid CanvasText}
.crisis .phone{border:.125rem solid LinkText}
.panel,.ticket,.errors{border:.125rem solid CanvasText}
.brand:before{border-color:CanvasText Canvas CanvasText CanvasText}
.promises li:before{border-color:CanvasText}
.back a:before{border-color:LinkText}
.way span{border:1px solid CanvasText}
.way .done{forced-color-adjust:none;background:CanvasText}
:checked+label{border-color:Highlight}
.row :checked+label{forced-color-adjust:none;background:Highlight;color:HighlightText;border-color:Highlight}
}
@media print{
body{font-size:11pt}
.skip,.switch,.leave,.back,.way,.act,button,.button,.foot,.crisis a[href*="now"]{display:none}
.crisis{background:none;color:#000;border-block-end:1px solid #000}
.crisis a,.crisis .phone{color:#000;background:none;padding:0;min-block-size:0}
.panel,.ticket{background:none;border:1px solid #000}
.card,.ticket{break-inside:avoid}
}
`
