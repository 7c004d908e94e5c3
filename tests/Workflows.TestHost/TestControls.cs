using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Durability;

namespace Workflows.TestHost;

/// <summary><c>/test/clock</c> and <c>/test/idle</c>: what a test needs to drive a journey of months in seconds.</summary>
internal static class TestControls
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(10);

    public static void MapTestControls(this IEndpointRouteBuilder routes, HandClock clock)
    {
        var controls = routes.MapGroup("/test").AllowAnonymous();
        controls.MapGet("/clock", () => new ClockBody(clock.GetUtcNow()));
        controls.MapPost("/clock", (ClockBody body, WorkSignal signal) => Set(body, clock, signal));
        controls.MapGet("/idle", WhenIdleAsync).DisableRequestTimeout();
    }

    private static Results<NoContent, Conflict<string>> Set(ClockBody body, HandClock clock, WorkSignal signal)
    {
        if (!clock.TrySet(body.Now))
        {
            return TypedResults.Conflict($"It is {clock.GetUtcNow():O} already; time does not go back.");
        }

        signal.Raise(PartitionSet.All);
        return TypedResults.NoContent();
    }

    /// <summary>Answers when no due work and no unsettled message is left, on this host or on another of the same database.</summary>
    private static async Task<Results<NoContent, StatusCodeHttpResult>> WhenIdleAsync(
        IInstanceStore work,
        IMessageStore messages,
        TimeProvider clock,
        CancellationToken cancellationToken,
        int seconds = 60
    )
    {
        var started = Stopwatch.StartNew();
        while (started.Elapsed < TimeSpan.FromSeconds(seconds))
        {
            // Work first: a turn's messages are there as soon as its work item is gone, in one commit.
            var due = await work.TakeAsync(PartitionSet.All, clock.GetUtcNow(), 1, cancellationToken);
            if (due.Count == 0 && await messages.NextDueAsync(cancellationToken) is null)
            {
                return TypedResults.NoContent();
            }

            await Task.Delay(LookAgain, cancellationToken);
        }

        return TypedResults.StatusCode(StatusCodes.Status504GatewayTimeout);
    }
}
