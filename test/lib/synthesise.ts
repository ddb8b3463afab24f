import { readFileSync } from 'node:fs'

import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'

import { OpenCircleStack } from '../../lib/open-circle-stack.ts'

/** Which of its newer ways the CDK takes: its command reads this file for itself, a test has to. */
const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as {
  context: object
}

/** The stack without the functions' code: bundling takes seconds and tells nothing here. */
export const openStack = () =>
  new OpenCircleStack(
    new App({
      context: {
        ...context,
        'aws:cdk:bundling-stacks': [],
        '@aws-cdk/core:validateAgainstDefaultRules': false,
      },
    }),
    'OpenCircle',
  )

/** The stack as CloudFormation gets it. */
export const synthesise = () => Template.fromStack(openStack())

interface Resource {
  Type: string
  Properties: Record<string, unknown>
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
}

/** All resources of a type, with the ids that CloudFormation knows them by. */
export const resourcesOf = (template: Template, type: string): { id: string; body: Resource }[] =>
  Object.entries(template.findResources(type)).map(([id, body]) => ({ id, body: body as Resource }))

const places: Record<string, string> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'REGION',
  'AWS::AccountId': 'ACCOUNT',
  'AWS::StackId': 'STACK',
  'AWS::URLSuffix': 'amazonaws.com',
}

/** A resource by the name it has in lib/: the eight digits at the end of an id are CDK's. */
const nameOf = (id: string) => places[id] ?? id.replace(/[0-9A-F]{8}$/, '')

type Pieces = [string, unknown]

/** What CloudFormation will make of a value, as text that a person can compare. */
export const plain = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value)
  const [[how, what] = ['', '']] = Object.entries(value)
  if (how === 'Ref') return nameOf(String(what))
  if (how === 'Fn::GetAtt') return nameOf((what as Pieces)[0])
  if (how === 'Fn::Join') return ((what as Pieces)[1] as unknown[]).map(plain).join((what as Pieces)[0])
  if (how === 'Fn::Select') return `${plain((what as Pieces)[1])}[${(what as Pieces)[0]}]`
  if (how === 'Fn::If') return (what as [string, unknown, unknown]).map(plain).join(' ? ')
  if (how === 'Fn::Split') return `${plain((what as Pieces)[1])} by ${(what as Pieces)[0]}`
  throw new Error(`No words for ${how}.`)
}

/** The resource of a type that lib/ calls by this name. */
export const resourceOf = (template: Template, type: string, name: string): Resource => {
  const found = resourcesOf(template, type).find(({ id }) => nameOf(id) === name)
  if (!found) throw new Error(`There is no ${type} by the name of ${name}.`)
  return found.body
}

/** IAM writes one thing bare and several as a list. */
export const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])
