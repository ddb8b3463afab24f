import { randomBytes } from 'node:crypto'

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SESClient } from '@aws-sdk/client-ses'
import type { SQSClient } from '@aws-sdk/client-sqs'

import { type Setting, type Settings, readSetting } from './config.ts'
import type { ObjectStore } from './object-store.ts'
import type { ParameterStore } from './parameter-store.ts'

/** What is never the same twice, and comes in from outside: one clock and one source of chance for everything. */
export interface World {
  /** Milliseconds since 1970. */
  now: () => number
  pause: (milliseconds: number) => Promise<unknown>
  randomBytes: (count: number) => Uint8Array
  /** Who answers for AWS; where nobody is named, the SDK's own clients do. */
  aws?: Partial<{
    dynamodb: DynamoDBClient
    sqs: SQSClient
    ses: SESClient
    ssm: ParameterStore
    s3: ObjectStore
  }>
}

/** The clock and the chance of the machine that we run on. */
export const thisMachine: World = {
  now: () => Date.now(),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  randomBytes: (count) => randomBytes(count),
}

/** One thing outside, made from settings and world: a table's store, a queue, the clock. */
export type Part<T> = (outside: Outside) => T

export interface Outside extends World {
  setting: <Name extends Setting>(name: Name) => Settings[Name]
  has: (name: Setting) => boolean
  /** The one of its kind in this process. */
  get: <T>(part: Part<T>) => T
}

/** Opens the way outside. Nothing is made, and no setting is read, before someone asks for it. */
export const openOutside = (
  environment: Readonly<Record<string, string | undefined>>,
  world: World,
): Outside => {
  const made = new Map<Part<unknown>, unknown>()
  const outside: Outside = {
    ...world,
    setting: (name) => readSetting(environment, name),
    has: (name) => Boolean(environment[name]),
    get: <T>(part: Part<T>) => {
      if (!made.has(part)) made.set(part, part(outside))
      // Under a part's own key lies what that part made.
      return made.get(part) as T
    },
  }
  return outside
}

/** What a list of parts gives whoever asked for them. */
export type Made<Parts extends Record<string, Part<unknown>>> = {
  readonly [Name in keyof Parts]: ReturnType<Parts[Name]>
}

/** Gives exactly the parts that are listed, each made when it is first used: a missing setting names itself then. */
export const connect = <Parts extends Record<string, Part<unknown>>>(
  outside: Outside,
  parts: Parts,
): Made<Parts> => {
  const given = {}
  for (const [name, part] of Object.entries(parts))
    Object.defineProperty(given, name, { enumerable: true, get: () => outside.get(part) })
  // Each getter gives what the part of its name makes; the loop above cannot tell the compiler so.
  return given as Made<Parts>
}
