using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Callbacks;

/// <summary><c>/_emu/callback</c>, <c>/_emu/callbacks</c> and <c>/_emu/chaos</c>.</summary>
internal static class CallbackControls
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(10);

    public static void MapCallbacks(this IEndpointRouteBuilder controls, Company company, HttpClient client)
    {
        var verification = new CallbackVerification(company, client);
        controls.MapGet("/callback", () => company.See(() => company.Callbacks.Settings));
        controls.MapPut(
            "/callback",
            (CallbackSettings settings) => company.Do(() => company.Callbacks.Settings = settings)
        );
        controls.MapPost(
            "/callback/verify",
            (CallbackSettings settings, CancellationToken stop) => verification.VerifyAsync(settings, stop)
        );
        controls.MapGet("/callbacks", () => company.See(() => company.Callbacks.Records));
        controls.MapGet("/callbacks/idle", (double seconds = 30) => WhenIdleAsync(company, seconds));
        controls.MapGet("/chaos", () => company.See(() => company.Callbacks.Knobs));
        controls.MapPut("/chaos", (ChaosKnobs knobs) => company.Do(() => company.Callbacks.Knobs = knobs));
    }

    private static async Task<Results<NoContent, StatusCodeHttpResult>> WhenIdleAsync(Company company, double seconds)
    {
        var started = Stopwatch.StartNew();
        while (started.Elapsed.TotalSeconds < seconds)
        {
            if (company.See(() => company.Callbacks.Open) == 0)
            {
                return TypedResults.NoContent();
            }

            await Task.Delay(LookAgain);
        }

        return TypedResults.StatusCode(StatusCodes.Status504GatewayTimeout);
    }
}
