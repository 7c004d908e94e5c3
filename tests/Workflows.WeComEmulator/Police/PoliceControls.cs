using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Police;

/// <summary><c>/_emu/violations</c>.</summary>
internal static class PoliceControls
{
    public static void MapPolice(this IEndpointRouteBuilder controls, Company company)
    {
        controls.MapGet("/violations", () => company.Do(() => company.Violations.All));
        controls.MapDelete("/violations", () => company.Do(company.Violations.Clear));
    }
}
