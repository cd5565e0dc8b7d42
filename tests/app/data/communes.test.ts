import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { communesIndexUrl } from 'virtual:communes-index'
import { encodeCommunes } from '../../../src/domain/territory/communes-index.ts'
import { inseeCodeSchema } from '../../../src/domain/territory/commune.ts'
import { roundedPopulation } from '../../../src/domain/territory/rounded-population.ts'
import { aCommune } from '../../builders/a-commune.ts'

const girons = aCommune({ population: roundedPopulation(6320) })
const paris = aCommune({
  code: '75056',
  name: 'Paris',
  postalCodes: ['75001'],
  population: roundedPopulation(2e6),
})
const index = encodeCommunes([girons, paris])

const network = vi.fn<(address: string) => Promise<Response>>()

beforeEach(() => {
  vi.resetModules()
  network.mockReset()
  network.mockImplementation(async () => new Response(index))
  vi.stubGlobal('fetch', network)
})
afterEach(() => vi.unstubAllGlobals())

/** The module as an app that starts has it: nothing loaded. */
const freshModule = () => import('../../../src/app/data/communes.ts')

test('nothing is fetched before the directory is asked for', async () => {
  await freshModule()
  expect(network).not.toHaveBeenCalled()
})

test('the directory is searched, and knows communes by code', async () => {
  const { loadCommunes } = await freshModule()
  const communes = await loadCommunes()
  expect(communes.search('st girons', 8)).toEqual([girons])
  expect(communes.search('75', 8)).toEqual([paris])
  expect(communes.byCode(paris.code)).toEqual(paris)
  expect(communes.byCode(inseeCodeSchema.parse('01001'))).toBeUndefined()
})

test('the index is fetched once, however often it is asked for', async () => {
  const { loadCommunes } = await freshModule()
  const [first, second] = await Promise.all([loadCommunes(), loadCommunes()])
  expect(second).toBe(first)
  expect(await loadCommunes()).toBe(first)
  expect(network.mock.calls).toEqual([[communesIndexUrl]])
})

describe('a failure says why, and the next call tries again', () => {
  const cutShort = () => {
    const response = new Response(index)
    vi.spyOn(response, 'text').mockRejectedValue(new TypeError('network error'))
    return response
  }

  test.each<[string, 'unreachable' | 'refused' | 'damaged', () => Promise<Response>]>([
    ['no network', 'unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['an answer cut short', 'unreachable', async () => cutShort()],
    ['an error of the server', 'refused', async () => new Response('', { status: 503 })],
    ['a captive portal', 'damaged', async () => new Response('<!doctype html><title>Wi-Fi</title>')],
    ['half an index', 'damaged', async () => new Response(index.slice(0, -9))],
  ])('%s: %s', async (_, reason, answer) => {
    const { CommunesUnavailable, loadCommunes } = await freshModule()
    network.mockImplementationOnce(answer)
    const failure: unknown = await loadCommunes().catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(CommunesUnavailable)
    expect(failure).toMatchObject({ reason })
    const communes = await loadCommunes()
    expect(communes.byCode(girons.code)).toEqual(girons)
  })
})
