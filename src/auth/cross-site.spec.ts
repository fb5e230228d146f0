import { isCrossSite, type Provenance } from './cross-site.ts';

const host = 'truepart.example';
const cases: { name: string; from: Provenance; refused: boolean }[] = [
  { name: 'a page of ours', from: { secFetchSite: 'same-origin', origin: 'https://truepart.example' }, refused: false },
  { name: 'an address typed by hand', from: { secFetchSite: 'none' }, refused: false },
  { name: 'another site', from: { secFetchSite: 'cross-site', contentType: 'application/json' }, refused: true },
  { name: 'a neighbour under the same domain', from: { secFetchSite: 'same-site' }, refused: true },
  {
    name: 'another site that forges our Origin',
    from: { secFetchSite: 'cross-site', origin: 'https://truepart.example' },
    refused: true,
  },
  { name: 'an older browser on our page', from: { origin: 'https://truepart.example' }, refused: false },
  {
    name: 'an older browser by another name of this server',
    from: { origin: 'https://127.0.0.1:3000', host: '127.0.0.1:3000' },
    refused: false,
  },
  {
    name: 'an older browser on another site',
    from: { origin: 'https://evil.example', contentType: 'application/json' },
    refused: true,
  },
  { name: 'a sandboxed page', from: { origin: 'null' }, refused: true },
  { name: 'a program with JSON', from: { contentType: 'application/json; charset=utf-8' }, refused: false },
  { name: 'a program without a body', from: {}, refused: false },
  { name: 'a form of a very old browser', from: { contentType: 'application/x-www-form-urlencoded' }, refused: true },
  { name: 'a text form of a very old browser', from: { contentType: 'Text/Plain;charset=utf-8' }, refused: true },
  { name: 'an upload of a very old browser', from: { contentType: 'multipart/form-data; boundary=x' }, refused: true },
];

test.each(cases)('$name: refused is $refused', ({ from, refused }) =>
  expect(isCrossSite({ host, ...from }, 'https://truepart.example')).toBe(refused),
);
