import { labelOriginFor } from './label-origin.ts';

const [OLD, NEW] = ['https://parts.example.com', 'https://parts.example.net'];
const [LOCAL, LOCAL_NOW] = ['http://localhost:3000', 'http://127.0.0.1:3001'];

test.each([
  { name: 'the first start', origin: undefined, hasLabels: false, publicUrl: NEW, is: NEW },
  { name: 'labels from before it was kept', origin: undefined, hasLabels: true, publicUrl: NEW, is: NEW },
  { name: 'the same', origin: NEW, hasLabels: true, publicUrl: NEW, is: NEW },
  { name: 'another one, with nothing printed', origin: OLD, hasLabels: false, publicUrl: NEW, is: NEW },
  { name: 'another port of this machine', origin: LOCAL, hasLabels: true, publicUrl: LOCAL_NOW, is: LOCAL },
])('$name', ({ publicUrl, is, ...printed }) => expect(labelOriginFor(printed, publicUrl)).toBe(is));

test.each([
  { name: 'another host', origin: OLD, publicUrl: NEW },
  { name: 'from this machine to the world', origin: LOCAL, publicUrl: NEW },
  { name: 'from the world to this machine', origin: OLD, publicUrl: LOCAL },
])('$name, with labels out there: refused, with what to set', ({ origin, publicUrl }) => {
  const settle = () => labelOriginFor({ origin, hasLabels: true }, publicUrl);
  expect(settle).toThrow(`labels of this installation carry ${origin}`);
  expect(settle).toThrow(
    expect.objectContaining({ exitCode: 78, remedy: expect.stringContaining(`PUBLIC_URL=${origin}`) }),
  );
});
