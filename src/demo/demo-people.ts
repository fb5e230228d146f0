import type { OrganisationKind, Role } from '../auth/actor.ts';
import type { Words } from '../kernel/words.ts';

/** Who is in the demo world. Everything about them is made up; GS1 keeps prefix 952 for demonstrations. */
export interface DemoOrganisation {
  readonly code: string;
  readonly kind: OrganisationKind;
  readonly name: Words;
  readonly gs1Prefix?: string;
  /** Code of the maker that a warehouse belongs to. */
  readonly maker?: string;
  readonly phone?: string;
  readonly place?: { readonly latitude: number; readonly longitude: number };
}

export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = [
  { code: 'PLATFORM', kind: 'platform', name: { zh: '真件平台', en: 'Truepart platform' } },
  {
    code: 'CH',
    kind: 'maker',
    name: { zh: '长河汽车', en: 'Changhe Motors' },
    gs1Prefix: '9521234',
    phone: '400-000-0000',
  },
  {
    code: 'WH-HZ',
    kind: 'warehouse',
    maker: 'CH',
    name: { zh: '长河汽车杭州配件中心', en: 'Changhe parts centre, Hangzhou' },
    place: { latitude: 30.19, longitude: 120.26 },
  },
  {
    code: 'WS-HZ-01',
    kind: 'workshop',
    name: { zh: '杭州西湖汽车维修', en: 'Xihu Auto Repair, Hangzhou' },
    phone: '0571-0000-0001',
    place: { latitude: 30.26, longitude: 120.13 },
  },
  {
    code: 'WS-HZ-02',
    kind: 'workshop',
    name: { zh: '杭州滨江汽车服务', en: 'Binjiang Auto Service, Hangzhou' },
    phone: '0571-0000-0002',
    place: { latitude: 30.21, longitude: 120.21 },
  },
  {
    code: 'WS-NB-01',
    kind: 'workshop',
    name: { zh: '宁波江北汽修', en: 'Jiangbei Repairs, Ningbo' },
    phone: '0574-0000-0001',
    place: { latitude: 29.89, longitude: 121.55 },
  },
];

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
}

export const DEMO_PASSWORD = 'truepart-demo';

const account = (who: string, name: string, organisation: string, ...roles: Role[]): DemoAccount => ({
  email: `${who}@demo.truepart.test`,
  name,
  organisation,
  roles,
});

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account('maker', '周敏', 'CH', 'catalogue_editor', 'key_custodian'),
  account('analyst', '沈杰', 'CH', 'analyst'),
  account('warehouse', '何伟', 'WH-HZ', 'operator', 'lead'),
  account('technician', '张强', 'WS-HZ-01', 'technician'),
  account('supervisor', '林涛', 'WS-HZ-01', 'supervisor'),
  account('advisor', '陈洁', 'WS-HZ-01', 'advisor', 'parts_clerk'),
  account('technician2', '刘刚', 'WS-HZ-02', 'technician', 'parts_clerk'),
  account('supervisor2', '赵敏', 'WS-HZ-02', 'supervisor', 'advisor'),
  account('technician3', '胡斌', 'WS-NB-01', 'technician', 'parts_clerk'),
  account('supervisor3', '郑芳', 'WS-NB-01', 'supervisor', 'advisor'),
  account('admin', '平台管理员', 'PLATFORM', 'administrator'),
];
