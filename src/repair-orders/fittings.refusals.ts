import { Refusal } from '../kernel/refusal.ts';

export class SealBroken extends Refusal {
  constructor() {
    super('SEAL_BROKEN', 'conflict', {
      zh: '封签已破，不能作为新件退回库存；请隔离。',
      en: 'The seal is broken, so it cannot go back into stock as new. Quarantine it.',
    });
  }
}

export class AlreadyOut extends Refusal {
  constructor() {
    super('PART_ALREADY_OUT', 'conflict', {
      zh: '此零件已不在车上。',
      en: 'This part is no longer in the car.',
    });
  }
}

export class WrongVehicle extends Refusal {
  constructor() {
    super('WRONG_VEHICLE', 'conflict', {
      zh: '现场读取的车架号与工单不符。',
      en: 'The VIN read at the car is not the one of the repair order.',
    });
  }
}

export class OldPartUnreadable extends Refusal {
  constructor() {
    super('OLD_PART_CODE_UNREADABLE', 'invalid', {
      zh: '旧件上的编码无法识别；请重新扫描，或不填编码。',
      en: 'The code on the old part cannot be read. Scan it again, or leave the code out.',
    });
  }
}

export class UnitNotIssuedHere extends Refusal {
  constructor() {
    super('UNIT_NOT_ISSUED_HERE', 'conflict', {
      zh: '此零件没有领给这张工单，无法从这里退回库存。',
      en: 'This unit is not issued to this repair order and cannot be given back from it.',
    });
  }
}
