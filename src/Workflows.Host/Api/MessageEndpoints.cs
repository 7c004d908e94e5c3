using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Messaging;
using Workflows.Storage.Users;

namespace Workflows.Host.Api;

/// <summary>What journeys said to contacts, and another try for what could not be delivered.</summary>
internal static class MessageEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder routes)
    {
        var messages = routes.MapGroup("/messages").WithTags("Messages");
        messages
            .MapGet("/", ListAsync)
            .WithSummary("Messages, newest first; by contact, state, outcome, reason, recipient, carrier and journey.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        messages
            .MapPost("/retry", RetryAsync)
            .Allow(Role.Operator)
            .WithSummary("Puts dead letters back into the queue, by key.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<Page<MessageBody>>, ProblemHttpResult>> ListAsync(
        [AsParameters] MessagesQuery query,
        IMessageStore messages,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(query.Limit) is { } mistake)
        {
            return mistake;
        }

        if (!Paging.TryReadPlace(query.After, out var skip))
        {
            return Paging.UnknownCursor();
        }

        var limit = query.Limit ?? Paging.DefaultLimit;
        var page = await messages.ListAsync(
            Tenants.Default,
            new MessageQuery(query.Contact, query.State, skip, limit)
            {
                Outcome = query.Outcome,
                ReasonCode = query.Reason,
                Address = query.Recipient,
                Carrier = query.Carrier,
                Journey = query.Journey,
            },
            cancellationToken
        );
        var next = Paging.Next(skip, limit, page.Count);
        return TypedResults.Ok(new Page<MessageBody>([.. page.Select(MessageBody.From)], next));
    }

    private static async Task<Results<Ok<MessagesRequeued>, ProblemHttpResult>> RetryAsync(
        MessagesToRetry body,
        IMessageStore messages,
        MessageDispatcher dispatcher,
        [Microsoft.Extensions.DependencyInjection.FromKeyedServices(Clocks.Machine)] TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (body.Keys is not { Count: > 0 and <= Paging.LargestLimit })
        {
            return Problems.BadRequest($"'keys' holds 1 to {Paging.LargestLimit} keys of messages.");
        }

        var requeued = await messages.RequeueAsync(Tenants.Default, body.Keys, clock.GetUtcNow(), cancellationToken);
        if (requeued == 0)
        {
            return Problems.NotFound("None of the keys is that of a dead letter.");
        }

        dispatcher.Wake();
        return TypedResults.Ok(new MessagesRequeued(requeued));
    }
}
