using Workflows.Marketing.Alerts;

namespace Workflows.Host.Alerts;

/// <summary>Who is told of what.</summary>
/// <param name="Receivers">User ids of the staff who get the tasks; nobody unless given: the tasks lie on the list.</param>
/// <param name="MostADay">How many customers one person may delete, export or have handed over on one day; 20 unless given.</param>
internal sealed record AlertSettingsBody(IReadOnlyList<string>? Receivers, int? MostADay)
{
    public static AlertSettingsBody From(AlertSettings settings) => new(settings.Receivers, settings.MostADay);

    public AlertSettings ToSettings() =>
        new() { Receivers = Receivers ?? [], MostADay = MostADay ?? new AlertSettings().MostADay };
}
