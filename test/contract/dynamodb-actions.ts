import { n, s } from './dynamodb-connection.ts'
import type { Row } from './dynamodb-connection.ts'

/** Actions of transactions, in the words of the tables that the suite uses. */
export const putting = (groupId: string, more: Row = {}) => ({
  Put: { TableName: 'groups', Item: { groupId: s(groupId), ...more } },
})
export const puttingIfAbsent = (groupId: string) => ({
  Put: {
    TableName: 'groups',
    Item: { groupId: s(groupId) },
    ConditionExpression: 'attribute_not_exists(groupId)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  },
})
export const claiming = (groupId: string, claimId: string) => ({
  Put: { TableName: 'claims', Item: { groupId: s(groupId), claimId: s(claimId) } },
})
export const taking = (groupId: string) => ({
  Update: {
    TableName: 'groups',
    Key: { groupId: s(groupId) },
    UpdateExpression: 'SET places = places - :one',
    ConditionExpression: 'places > :none',
    ExpressionAttributeValues: { ':one': n(1), ':none': n(0) },
  },
})
export const removing = (groupId: string) => ({
  Delete: { TableName: 'groups', Key: { groupId: s(groupId) } },
})
export const checking = (groupId: string, ConditionExpression: string) => ({
  ConditionCheck: { TableName: 'groups', Key: { groupId: s(groupId) }, ConditionExpression },
})
