import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import { endpointOf } from './implements';

/** Sends exactly what the endpoint declares: anything else a service returned is stripped before it leaves. */
@Injectable()
export class OutputInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const declared = endpointOf(context.getHandler());
    return declared ? next.handle().pipe(map((answer) => declared.output.parse(answer))) : next.handle();
  }
}
