using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Runtime.Activities.Waiting;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;
using Workflows.Storage.Instances;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>What happens outside: events, reports of tasks, bookmarks resumed by hand.</summary>
internal static class StimulusEndpoints
{
    public static void MapStimuli(this IEndpointRouteBuilder routes)
    {
        var stimuli = routes.MapGroup("").Allow(Role.Operator);
        stimuli.MapPost("/events/{eventName}/trigger", TriggerAsync);
        stimuli.MapPost("/tasks/{taskId}/complete", CompleteAsync);
        stimuli.MapPost("/bookmarks/resume", ResumeAsync);
    }

    private static Task<IResult> TriggerAsync(
        string eventName,
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] EventRequest? request,
        IInstanceStore store,
        WorkSignal signal,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        BroadcastAsync(
            new Stimulus(Event.StimulusName, eventName, request?.Payload, Blank(request?.CorrelationId)),
            store,
            signal,
            clock,
            cancellationToken
        );

    private static Task<IResult> CompleteAsync(
        string taskId,
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] TaskReport? report,
        IInstanceStore store,
        WorkSignal signal,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        BroadcastAsync(
            new Stimulus(RunTask.StimulusName, taskId, report?.Payload),
            store,
            signal,
            clock,
            cancellationToken
        );

    private static async Task<IResult> ResumeAsync(
        BookmarkResume request,
        InstanceQueries instances,
        IInstanceStore store,
        WorkSignal signal,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (
            await instances.FindAsync(Tenants.Default, request.Instance, cancellationToken) is not { } instance
            || !int.TryParse(request.BookmarkId, NumberStyles.None, CultureInfo.InvariantCulture, out var bookmarkId)
            || instance.Bookmarks.All(bookmark => bookmark.Id != bookmarkId)
        )
        {
            return ElsaProblem.NotFound($"The instance does not wait at '{request.BookmarkId}'.");
        }

        await EnqueueAsync(
            new WorkItem
            {
                Tenant = Tenants.Default,
                Subject = instance.Subject,
                Kind = WorkKind.Resume,
                DueAt = clock.GetUtcNow(),
                InstanceId = instance.Id,
                BookmarkId = bookmarkId,
                Payload = new ResumeWork(new ResumeOptions { Input = request.Inputs() }),
            },
            store,
            signal,
            cancellationToken
        );
        return Results.Accepted();
    }

    private static async Task<IResult> BroadcastAsync(
        Stimulus stimulus,
        IInstanceStore store,
        WorkSignal signal,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var item = BroadcastStimulus.Item(Tenants.Default, stimulus, clock.GetUtcNow());
        await EnqueueAsync(item, store, signal, cancellationToken);
        return Results.Accepted();
    }

    private static async Task EnqueueAsync(
        WorkItem item,
        IInstanceStore store,
        WorkSignal signal,
        CancellationToken cancellationToken
    )
    {
        await store.EnqueueAsync([item], cancellationToken);
        signal.Raise([item]);
    }

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
