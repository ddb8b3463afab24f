/** What tells of someone's trouble, or that they hide it, in an address or a title that stays in a browser's history. */
export const telling =
  /safe|crisis|suicid|kill|hurt|harm|violen|abus|danger|drink|alcohol|drug|pill|addict|recover|sober|12.?step|trauma|grief|depress|anxi|mental|therap|counsel|segur|peligro|dañ|violencia|beb|adic|duelo|ansie|depre|salud/i
