using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Clocks;

/// <summary><c>/_emu/clock</c>.</summary>
internal static class ClockControls
{
    public static void MapClock(this IEndpointRouteBuilder controls, Company company)
    {
        controls.MapGet("/clock", () => Show(company));
        controls.MapPost("/clock", (ClockBody body) => Set(company, body));
    }

    private static ClockBody Show(Company company) => new(company.Clock.GetUtcNow(), Stands: company.Clock.Stands);

    private static Results<Ok<ClockBody>, Conflict<string>> Set(Company company, ClockBody body) =>
        company.Do<Results<Ok<ClockBody>, Conflict<string>>>(() =>
        {
            var clock = company.Clock;
            var now = clock.GetUtcNow();
            var wanted = (body.Now ?? now) + TimeSpan.FromSeconds(body.AdvanceSeconds ?? 0);
            if (wanted < now && body.Now is not null && clock.Stands)
            {
                return TypedResults.Conflict($"It is {now:O} already; time does not go back.");
            }

            if (body.Stands is true)
            {
                clock.StandAt(now);
            }

            company.Agenda.MoveTo(wanted < now ? now : wanted);
            if (body.Stands is false)
            {
                clock.Run();
            }

            return TypedResults.Ok(Show(company));
        });
}
