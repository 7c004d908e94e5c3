using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Composition;
using Workflows.Host.Http.Activities;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Host.Http;

/// <summary>Takes requests under <c>/hooks</c> to the workflow that starts at or waits for them, and waits for its answer.</summary>
internal sealed class HttpReception(
    IInstanceStore store,
    WorkSignal signal,
    TriggerIndex triggers,
    HttpRoutes routes,
    HttpExchanges exchanges
)
{
    /// <summary>Where workflows listen.</summary>
    public const string Base = "/hooks";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<IResult> ReceiveAsync(
        HttpContext http,
        string? path,
        IAuthorizationService authorization,
        TimeProvider time
    )
    {
        var cancellationToken = http.RequestAborted;
        var correlationId = CorrelationIdOf(http.Request);
        foreach (var (pattern, values) in routes.Match(HttpKey.PathOf(path)))
        {
            foreach (var authorize in new[] { false, true })
            {
                var target = await FindAsync(pattern, http.Request.Method, authorize, correlationId, cancellationToken);
                if (target.Count == 0)
                {
                    continue;
                }

                if (authorize && http.User.Identity?.IsAuthenticated != true)
                {
                    return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
                }

                if (target is not [var one])
                {
                    return TypedResults.Problem(
                        "Several workflows answer to this address.",
                        statusCode: StatusCodes.Status409Conflict
                    );
                }

                if (one.Policy is { } policy && !await MeetsAsync(http.User, policy, authorization))
                {
                    return TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden);
                }

                return await HandAsync(http, one, values, correlationId, time, cancellationToken);
            }
        }

        return TypedResults.Problem("No workflow answers to this address.", statusCode: StatusCodes.Status404NotFound);
    }

    private async Task<List<Target>> FindAsync(
        string pattern,
        string method,
        bool authorize,
        string? correlationId,
        CancellationToken cancellationToken
    )
    {
        var key = HttpKey.Of(pattern, method, authorize);
        var hash = StimulusHash.Of(HttpKey.Stimulus, key);
        var waiting = await store.FindWaitingAsync(Tenants.Default, hash, correlationId, null, 2, cancellationToken);
        return
        [
            .. triggers.Find(hash).Select(entry => new Target(key, entry, null)),
            .. waiting.Select(instance => new Target(key, null, instance)),
        ];
    }

    private async Task<IResult> HandAsync(
        HttpContext http,
        Target target,
        RouteValueDictionary values,
        string? correlationId,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var requestId = Guid.CreateVersion7(now).ToString("N");
        var payload = await HttpPayload.ReadAsync(http.Request, requestId, values, cancellationToken);
        var item = target.ToWork(payload, correlationId, now);
        var exchange = exchanges.Open(requestId, item.InstanceId!.Value);
        try
        {
            await store.EnqueueAsync([item], cancellationToken);
            signal.Raise([item]);
            var reply = await exchange.Reply.Task.WaitAsync(target.Patience ?? Patience, time, cancellationToken);
            return reply is null ? Accepted(exchange) : new HttpReplyResult(reply);
        }
        catch (TimeoutException)
        {
            return Accepted(exchange);
        }
        finally
        {
            exchanges.Close(exchange);
        }
    }

    private static Accepted<HookAccepted> Accepted(HttpExchange exchange) =>
        TypedResults.Accepted((string?)null, new HookAccepted(exchange.InstanceId.ToString("N")));

    private static async Task<bool> MeetsAsync(
        ClaimsPrincipal caller,
        string policy,
        IAuthorizationService authorization
    )
    {
        try
        {
            return (await authorization.AuthorizeAsync(caller, policy)).Succeeded;
        }
        catch (InvalidOperationException)
        {
            // Nobody meets a policy that this host does not have.
            return false;
        }
    }

    private static string? CorrelationIdOf(HttpRequest request) =>
        request.Headers["X-Correlation-Id"].ToString() is { Length: > 0 } header ? header
        : request.Query["correlationId"].ToString() is { Length: > 0 } query ? query
        : null;

    private sealed record Target(string Key, TriggerEntry? Start, WaitingInstance? Waiting)
    {
        private HttpEndpoint? Endpoint => Start?.Graph.Find(Start.ActivityId)?.Activity as HttpEndpoint;

        public string? Policy =>
            Start is null ? null
            : new TriggerIndexingContext(Start.Graph).Get(Endpoint?.Policy) is { Length: > 0 } policy ? policy
            : null;

        public TimeSpan? Patience =>
            Start is null ? null : new TriggerIndexingContext(Start.Graph).Get(Endpoint?.RequestTimeout);

        public WorkItem ToWork(Dictionary<string, object?> payload, string? correlationId, DateTimeOffset now)
        {
            if (Start is { } start)
            {
                return StartWork.Item(
                    Tenants.Default,
                    start.Graph,
                    new StartOptions
                    {
                        InstanceId = Guid.CreateVersion7(now),
                        TriggerActivityId = start.ActivityId,
                        StimulusPayload = payload,
                        CorrelationId = correlationId,
                    },
                    now
                );
            }

            return new WorkItem
            {
                Tenant = Tenants.Default,
                Subject = Waiting!.Subject,
                Kind = WorkKind.Resume,
                DueAt = now,
                InstanceId = Waiting.InstanceId,
                Payload = new WakeWork(new Stimulus(HttpKey.Stimulus, Key, payload)),
            };
        }
    }
}
