import { Refusal } from '../kernel/refusal.ts';

/** GS1’s resolver standard asks for 400 where the address itself is no GS1 Digital Link. */
export class AddressMalformed extends Refusal {
  constructor() {
    super('LABEL_ADDRESS_MALFORMED', 'invalid', {
      zh: '这个网址不完整或有错字。请再扫一次标签，或手工输入序列号。',
      en: 'This address is incomplete or mistyped. Scan the label again, or type the serial.',
    });
  }
}

export class NoUnitNamed extends Refusal {
  constructor() {
    super('NO_UNIT_NAMED', 'missing', {
      zh: '这个网址指的是一类零件，不是某一个零件。请扫描零件或包装上的标签。',
      en: 'This address names a kind of part, not one part. Scan the label on the part or on its box.',
    });
  }
}

export class PartUnknown extends Refusal {
  constructor() {
    super('LABELLED_PART_NOT_FOUND', 'missing', {
      zh: '没有登记这个商品编码（GTIN）。',
      en: 'No part with this GTIN is registered here.',
    });
  }
}

export class LinkTypeUnknown extends Refusal {
  constructor() {
    super('LINK_TYPE_UNKNOWN', 'missing', {
      zh: '没有这一类链接；用 linkType=linkset 查看全部链接。',
      en: 'There is no link of this type; linkType=linkset lists those there are.',
    });
  }
}
