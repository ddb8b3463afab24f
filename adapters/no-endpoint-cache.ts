/*
 * What each function is bundled with in place of the SDK's memory for endpoints that were discovered. Every client of
 * DynamoDB makes one, and none ever asks it: DynamoDB has one endpoint in a region.
 */
// A class, because the SDK makes it with `new`.
// oxlint-disable-next-line typescript/no-extraneous-class
export class EndpointCache {}
