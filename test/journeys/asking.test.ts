import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { aGroup, anOpenMeeting } from '../support/builders.ts'
import { aFilledForm, byPhoneOnly, send, wordsOf } from '../support/person.ts'
import { type Product, openProduct } from '../support/product.ts'

const staff = 'intake@riverside.example.org'

describe('a person asks', () => {
  let product: Product

  beforeAll(async () => {
    product = await openProduct()
    await product.addGroups(
      aGroup(),
      anOpenMeeting(),
      anOpenMeeting({
        groupId: 'aa/online',
        name: 'Lantern Online',
        formats: ['video'],
        online: { url: 'https://meet.example.org/lantern', phone: null, notes: null },
      }),
      anOpenMeeting({ groupId: 'aa/luz', name: 'Luz de la Tarde', languages: ['es'] }),
    )
  })
  afterAll(() => product.close())

  const intakeOf = async (reference: string) =>
    (await product.rows('intakes')).find((row) => row['reference'] === reference)

  it('for an evening AA meeting near her, and gets the list by mail and behind her code', async () => {
    const { reference, statusPath, code } = await send(
      product,
      aFilledForm({
        topics: 'drinking',
        meet: 'in-person',
        'wish-twelve-step': 'must',
        email: 'ana@example.org',
        name: 'Ana',
      }),
    )
    await product.settle()

    const [mail] = product.mailsTo('ana@example.org')
    const details = await product.postForm(statusPath, new URLSearchParams({ code }))
    expect(mail).toMatchObject({ text: expect.stringContaining('Evening Light') })
    expect(wordsOf(details)).toContain('Evening Light')
    expect(await intakeOf(reference)).toMatchObject({
      state: 'suggested',
      next: { action: 'read-form' },
    })
    expect(product.mailsTo(staff).filter(({ subject }) => subject.includes(reference))).toHaveLength(1)
  })

  it('for a meeting online, and is told how to join', async () => {
    await send(
      product,
      aFilledForm({
        topics: 'drinking',
        meet: 'video',
        zip: '64110',
        times: 'not-sure',
        email: 'kc@example.org',
      }),
    )
    await product.settle()

    const [mail] = product.mailsTo('kc@example.org')
    expect(mail?.text).toContain('https://meet.example.org/lantern')
  })

  it('in Spanish, and reads every page and mail in Spanish', async () => {
    const { page } = await send(
      product,
      aFilledForm({
        language: 'es',
        topics: 'drinking',
        meet: 'in-person',
        'wish-spanish': 'must',
        email: 'luz@example.org',
      }),
    )
    await product.settle()

    const [mail] = product.mailsTo('luz@example.org')
    expect(page.body).toContain('<html lang="es">')
    expect(mail).toMatchObject({
      html: expect.stringContaining('lang="es"'),
      text: expect.stringContaining('Luz de la Tarde'),
    })
    expect(mail?.text).not.toContain('Evening Light')
  })

  it('for a therapist-led trauma group on Tuesdays: a place is held, staff are told, and he gets a receipt', async () => {
    const { reference } = await send(
      product,
      aFilledForm({ 'wish-therapist-led': 'must', days: '2', email: 'tuesday@example.org' }),
    )
    await product.settle()

    const [referral] = await product.rows('referrals')
    expect(referral).toMatchObject({
      groupId: 'riverside/steady-ground',
      state: 'proposed',
      next: { owner: 'staff' },
    })
    expect(product.mailsTo(staff).map(({ subject }) => subject)).toContainEqual(
      expect.stringContaining(reference),
    )
    expect(product.mailsTo('tuesday@example.org')).toHaveLength(1)
  })

  it('while not safe: help comes first, staff read it first, and the machine places nobody', async () => {
    const form = aFilledForm({ safety: 'might-hurt', email: 'unsafe@example.org' })
    const before = (await product.rows('intakes')).length

    const helpFirst = await product.postForm('/intakes', form)
    await product.settle()
    expect(helpFirst.status).toBe(200)
    expect(wordsOf(helpFirst)).toContain('988')
    expect(await product.rows('intakes')).toHaveLength(before)

    form.set('helpSeen', 'yes')
    const { reference } = await send(product, form)
    await product.settle()
    const intake = await intakeOf(reference)
    expect(intake).toMatchObject({ state: 'urgent', decision: null, next: { action: 'read-first' } })
    expect(product.mailsTo(staff).at(-1)?.subject).toBe(`[Intake] ${reference} – read first`)
  })

  it('at sixteen: is shown other help at once, and nothing is kept', async () => {
    const before = (await product.rows('intakes')).length

    const page = await product.postForm('/intakes', aFilledForm({ age: '13-17', name: 'Samira' }))
    await product.settle()

    expect(wordsOf(page)).toContain('988')
    expect(page.body).not.toContain('Samira')
    expect(await product.rows('intakes')).toHaveLength(before)
  })

  it('and can only be phoned: nothing is mailed to her, and staff are asked to call', async () => {
    const sentBefore = product.mails().length

    const { reference } = await send(
      product,
      aFilledForm({ topics: 'drinking', meet: 'in-person', ...byPhoneOnly }),
    )
    await product.settle()

    expect(await intakeOf(reference)).toMatchObject({ state: 'suggested', next: { action: 'tell-by-phone' } })
    expect(
      product
        .mails()
        .slice(sentBefore)
        .map(({ to }) => to),
    ).toEqual([[staff]])
  })

  it('and must not be contacted: nobody is, and the private link tells her all', async () => {
    const sentBefore = product.mails().length

    const { statusPath, code } = await send(
      product,
      aFilledForm({
        topics: 'drinking',
        meet: 'in-person',
        contact: 'none',
        email: null,
        emailPrivacy: null,
      }),
    )
    await product.settle()

    expect(
      product
        .mails()
        .slice(sentBefore)
        .map(({ to }) => to),
    ).toEqual([[staff]])
    expect(wordsOf(await product.postForm(statusPath, new URLSearchParams({ code })))).toContain(
      'Evening Light',
    )
  })

  it('and reads on in the other language without losing a word, on the form and where help comes first', async () => {
    const form = aFilledForm({ name: 'Ana María', safety: 'might-hurt', changeLanguage: 'es' })
    const onForm = await product.postForm('/intakes', form)
    form.set('helpSeen', 'yes')
    const onHelp = await product.postForm('/intakes', form)
    await product.settle()

    for (const page of [onForm, onHelp]) {
      expect(page.body).toContain('<html lang="es">')
      expect(page.body).toContain('value="Ana María"')
    }
    expect(onForm.body).toContain('name="topics"')
    expect(wordsOf(onHelp)).toContain('988')
  })

  it('twice by a double click: it is one intake with one reference and one mail', async () => {
    const form = aFilledForm({ email: 'double@example.org', topics: 'drinking' })

    const [first, second] = await Promise.all([send(product, form), send(product, form)])
    await product.settle()

    expect(second.reference).toBe(first.reference)
    expect(
      (await product.rows('intakes')).filter((row) => row['reference'] === first.reference),
    ).toHaveLength(1)
    expect(product.mailsTo('double@example.org')).toHaveLength(1)
  })

  it('again with other answers: staff read them, and the first ones are not lost', async () => {
    const form = aFilledForm({ email: 'again@example.org' })
    const { reference } = await send(product, form)
    await product.settle()

    form.set('zip', '95126')
    await send(product, form)
    await send(product, form)
    await product.settle()

    const intake = await intakeOf(reference)
    expect(intake).toMatchObject({ request: { zip: '95112' }, next: { action: 'read-changes' } })
    expect(intake?.['sentAgain']).toMatchObject([{ request: { zip: '95126' } }])
  })

  it('and is erased while her form still waits in the queue: it does not bring her back', async () => {
    const form = aFilledForm({ email: 'erased@example.org' })
    const { reference } = await send(product, form)
    await product.settle()
    await product.erase(String((await intakeOf(reference))?.['intakeId']))

    await send(product, form)
    await product.settle()

    expect(await intakeOf(reference)).toBeUndefined()
    expect(product.mailsTo('erased@example.org')).toHaveLength(1)
  })

  it('through a helper that fills in every field: it is kept for staff and nothing is mailed', async () => {
    const sentBefore = product.mailsTo('bot@example.org').length

    const { reference } = await send(
      product,
      aFilledForm({ website: 'https://spam.example', email: 'bot@example.org' }),
    )
    await product.settle()

    expect(await intakeOf(reference)).toMatchObject({
      state: 'needs-staff',
      needsStaffBecause: 'may-be-automated',
    })
    expect(product.mailsTo('bot@example.org')).toHaveLength(sentBefore)
  })
})
