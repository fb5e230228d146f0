import { ApiProperty } from '@nestjs/swagger';
import { ORDER_STATUSES, type OrderStatus } from './order-status.ts';
import { OwnerDto, PartLineDto, REPAIR_CATEGORIES, VehicleDto } from './repair-order.dto.ts';

class OrderHeadDto {
  @ApiProperty()
  number: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ enum: ORDER_STATUSES })
  status: OrderStatus;

  @ApiProperty({ type: String, nullable: true })
  parent: string | null;

  @ApiProperty({ type: VehicleDto })
  vehicle: VehicleDto;

  @ApiProperty({ enum: REPAIR_CATEGORIES, nullable: true })
  repairCategory: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'km' })
  odometerIn: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'km' })
  odometerOut: number | null;

  @ApiProperty({ format: 'date-time' })
  openedAt: Date;
}

export class OrderListItemDto extends OrderHeadDto {
  @ApiProperty()
  lineCount: number;

  @ApiProperty({ description: 'Lines on which at least one part is fitted' })
  fittedLineCount: number;
}

export class OrderPageDto {
  @ApiProperty({ type: [OrderListItemDto] })
  items: OrderListItemDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class OrderLineViewDto extends PartLineDto {
  @ApiProperty({ type: [String], description: 'Every GTIN of the part; none where no catalogue knows it' })
  gtins: string[];

  @ApiProperty({ type: Object, nullable: true, additionalProperties: true, description: 'What the owner approved' })
  approval: object | null;

  @ApiProperty({ description: 'Taken out of stock; issued = fitted + removed + returned + open' })
  issued: number;

  @ApiProperty({ description: 'In the car by this order' })
  fitted: number;

  @ApiProperty({ description: 'Fitted, and taken out again by this very order' })
  removed: number;

  @ApiProperty()
  returned: number;

  @ApiProperty()
  billed: number;

  @ApiProperty({ type: [Object], description: 'Every fitting, also those undone or taken out again' })
  fittings: object[];
}

export class OrderViewDto extends OrderHeadDto {
  @ApiProperty({ type: OwnerDto })
  owner: OwnerDto;

  @ApiProperty({ type: [OrderLineViewDto] })
  lines: OrderLineViewDto[];

  @ApiProperty({ type: Object, nullable: true, additionalProperties: true, description: 'The latest version' })
  invoice: object | null;
}
