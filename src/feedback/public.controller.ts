import { Body, Controller, Get, Header, HttpCode, Ip, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { Public } from '../auth/access.ts';
import { NotIdempotent } from '../http/idempotency.interceptor.ts';
import { LimitPublicChecks } from '../http/request-throttle.guard.ts';
import { VerdictDto } from '../verification/verdict.dto.ts';
import { AnswerDto, AnsweredDto, INVOICE_TOKEN, InvoiceTokenParam } from './answer.dto.ts';
import { AnswersService } from './answers.service.ts';
import { CaseOfInvoiceParam, CaseReplyDto, RepliedDto } from './case-reply.dto.ts';
import { CaseRepliesService } from './case-replies.service.ts';
import { OwnerInvoicesService } from './owner-invoices.service.ts';
import { PublicChecksService } from './public-checks.service.ts';
import { SaidSatisfactionDto, SatisfactionDto } from './satisfaction.dto.ts';
import { SatisfactionService } from './satisfaction.service.ts';

class CodeDto {
  @ApiProperty({ description: 'As scanned, pasted or typed' })
  @IsString()
  @Length(1, 2000)
  code: string;

  @ApiPropertyOptional({ description: 'The token of an invoice that the label was handed over with' })
  @IsOptional()
  @Matches(INVOICE_TOKEN)
  invoice?: string;
}

@ApiTags('public')
@Controller('api/public')
export class PublicController {
  constructor(
    private readonly checks: PublicChecksService,
    private readonly invoices: OwnerInvoicesService,
    private readonly answers: AnswersService,
    private readonly replies: CaseRepliesService,
    private readonly satisfaction: SatisfactionService,
  ) {}

  @Post('checks')
  @HttpCode(200)
  @Public()
  @LimitPublicChecks()
  @NotIdempotent()
  @ApiOperation({ summary: 'Check a code', description: 'Without an account: nothing about anybody else is told.' })
  @ApiOkResponse({ type: VerdictDto })
  check(@Body() { code, invoice }: CodeDto, @Ip() address: string) {
    return this.checks.check(code, address, invoice);
  }

  @Get('invoices/:token')
  @Public()
  @LimitPublicChecks()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'An invoice by its link, as data' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  invoice(@Param() { token }: InvoiceTokenParam) {
    return this.invoices.byToken(token);
  }

  @Post('invoices/:token/answers')
  @Public()
  @LimitPublicChecks()
  @ApiOperation({
    summary: 'The owner confirms or disputes',
    description: 'A dispute gets a case number and a due time.',
  })
  @ApiCreatedResponse({ type: AnsweredDto })
  answer(@Param() { token }: InvoiceTokenParam, @Body() answer: AnswerDto) {
    return this.answers.answer(token, answer);
  }

  @Post('invoices/:token/cases/:number/reply')
  @Public()
  @LimitPublicChecks()
  @HttpCode(200)
  @ApiOperation({
    summary: 'The owner accepts the answer to a dispute, or not',
    description: 'Accepted, the case is closed. Otherwise there must be another answer by a new day.',
  })
  @ApiOkResponse({ type: RepliedDto })
  reply(@Param() { token, number }: CaseOfInvoiceParam, @Body() reply: CaseReplyDto) {
    return this.replies.reply(token, number, reply);
  }

  @Post('invoices/:token/satisfaction')
  @Public()
  @LimitPublicChecks()
  @ApiOperation({
    summary: 'The owner says what service was expected and what was received',
    description: 'Once for each link.',
  })
  @ApiCreatedResponse({ type: SaidSatisfactionDto })
  say(@Param() { token }: InvoiceTokenParam, @Body() said: SatisfactionDto) {
    return this.satisfaction.say(token, said);
  }
}
