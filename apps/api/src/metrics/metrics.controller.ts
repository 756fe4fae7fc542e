import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MetricsPage } from '#libs/platform';
import { Public } from '../access/access.decorators.js';

@ApiTags('metrics')
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(MetricsPage) private readonly page: MetricsPage) {}

  /** Prometheus text format. */
  @Public()
  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(): Promise<string> {
    return this.page.text();
  }
}
