/** `received`: its receipt was closed, though something may still be short · `voided`: nothing of it ever arrived. */
export const SHIPMENT_STATUSES = ['in_transit', 'received', 'voided'] as const;
export type ShipmentStatus = (typeof SHIPMENT_STATUSES)[number];
