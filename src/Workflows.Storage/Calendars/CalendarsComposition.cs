using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Calendars;

namespace Workflows.Storage.Calendars;

internal static class CalendarsComposition
{
    /// <summary>Adds the marketing calendar and the log of what it fired.</summary>
    public static IServiceCollection AddCalendars(this IServiceCollection services) =>
        services
            .AddSingleton<ICalendarStore>(provider => new SqlCalendarStore(
                provider.GetRequiredService<WorkflowsDbContextFactory>(),
                provider.GetRequiredService<WriteGate>()
            ))
            .AddSingleton(provider => new OccasionLog(provider.GetRequiredService<WorkflowsDbContextFactory>()));
}
