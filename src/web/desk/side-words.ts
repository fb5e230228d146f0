import { catalogue } from '../design/catalogue.ts';

/** What a workshop recorded of an order, for an analyst. */
export const SIDE_WORDS = catalogue({
  workshopSide: { zh: '维修店的记录', en: 'What the workshop recorded' },
  line: { zh: (line: number) => `第 ${line} 项`, en: (line: number) => `Line ${line}` },
  asked: { zh: '要求', en: 'Asked for' },
  pieces: {
    zh: (count: number, category: string) => `${count} 件，${category}`,
    en: (count: number, category: string) => `${count} × ${category}`,
  },
  agreed: { zh: '车主同意', en: 'Agreed by the owner' },
  notAgreed: { zh: '没有同意的记录', en: 'No record that the owner agreed' },
  counts: { zh: '数量', en: 'Counts' },
  counted: {
    zh: (issued: number, fitted: number, removed: number, returned: number, billed: number) =>
      `领用 ${issued} · 装车 ${fitted} · 又拆下 ${removed} · 退回 ${returned} · 计费 ${billed}`,
    en: (issued: number, fitted: number, removed: number, returned: number, billed: number) =>
      `${issued} issued · ${fitted} fitted · ${removed} taken out again · ${returned} returned · ${billed} billed`,
  },
  fitted: { zh: '装车', en: 'Fitted' },
  removed: { zh: '装车，同单又拆下', en: 'Fitted, then taken out by the same order' },
  undone: { zh: '装车，已撤销', en: 'Fitted, then undone' },
  withoutCode: { zh: (reason: string) => `没有编码：${reason}`, en: (reason: string) => `Without a code: ${reason}` },
  vinRead: { zh: '车架号已读', en: 'VIN was read' },
  vinNotRead: { zh: '车架号未读', en: 'VIN was not read' },
  oldPart: { zh: (outcome: string) => `旧件：${outcome}`, en: (outcome: string) => `old part: ${outcome}` },
  noOldPart: { zh: '没有旧件', en: 'there was none' },
  photo: {
    zh: (taken: string, arrived: string) => `旧件照片：手机时间 ${taken} 拍，${arrived} 收到`,
    en: (taken: string, arrived: string) =>
      `Photo of the old part: taken ${taken} by the phone’s clock, received ${arrived}`,
  },
  oldPartOpen: { zh: '旧件去向没有记录', en: 'nothing about the old part' },
});
