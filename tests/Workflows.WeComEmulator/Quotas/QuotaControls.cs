using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Quotas;

/// <summary><c>/_emu/quotas</c>: the limits of the console, and the ledger.</summary>
internal static class QuotaControls
{
    public static void MapQuotas(this IEndpointRouteBuilder controls, Company company)
    {
        controls.MapGet("/quotas", () => company.See(() => company.Quotas.Settings));
        controls.MapPut("/quotas", (QuotaSettings settings) => company.Do(() => Set(company, settings)));
        controls.MapGet("/quotas/ledger", (string prefix = "") => company.See(() => company.Quotas.Counts(prefix)));
    }

    private static QuotaSettings Set(Company company, QuotaSettings settings)
    {
        company.Rates.PerMinute = settings.CallsPerMinute;
        company.Rates.PerHour = settings.CallsPerHour;
        return company.Quotas.Settings = settings;
    }
}
