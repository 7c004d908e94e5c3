using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.WeComEmulator.Callbacks;
using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Faults;

/// <summary><c>/_emu/faults</c>.</summary>
internal static class FaultControls
{
    public static void MapFaults(this IEndpointRouteBuilder controls, Company company)
    {
        controls.MapGet("/faults", () => company.See(() => company.Faults.All));
        controls.MapGet("/faults/drawn", () => company.See(() => company.Faults.Drawn));
        controls.MapPost("/faults", (Fault fault) => company.Do(() => company.Faults.Add(fault)));
        controls.MapPost("/faults/presets/{name}", (string name) => company.Do(() => Apply(company, name)));
        controls.MapDelete("/faults", () => company.Do(() => Clear(company)));
        controls.MapPost("/tokens/revoke", () => company.Do(company.Tokens.RevokeAll));
    }

    private static Results<NoContent, NotFound> Apply(Company company, string name)
    {
        if (name is not "all")
        {
            return TypedResults.NotFound();
        }

        foreach (var fault in FaultPresets.All)
        {
            company.Faults.Add(fault);
        }

        company.Callbacks.Knobs = ChaosKnobs.All;
        return TypedResults.NoContent();
    }

    private static void Clear(Company company)
    {
        company.Faults.Clear();
        company.Callbacks.Knobs = ChaosKnobs.None;
    }
}
