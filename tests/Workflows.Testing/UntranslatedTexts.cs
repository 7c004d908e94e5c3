using System.Globalization;
using Workflows.Runtime.Designer;

namespace Workflows.Testing;

/// <summary>Finds what a Chinese operator would read in English, or not at all.</summary>
public static class UntranslatedTexts
{
    /// <summary>One line for each text of a palette's activities that is missing or the same in both languages.</summary>
    /// <param name="catalog">What the designer shows.</param>
    public static async Task<string> ListAsync(DesignerCatalog catalog)
    {
        var english = await TextsAsync(catalog, "en");
        var chinese = await TextsAsync(catalog, "zh-CN");
        var missing = english
            .Zip(chinese)
            .Where(pair => string.Equals(pair.First.Text, pair.Second.Text, StringComparison.Ordinal))
            .Select(pair => $"{pair.First.Where}: {pair.First.Text ?? "(no text)"}");
        return string.Join('\n', missing.Distinct());
    }

    private static async Task<List<(string Where, string? Text)>> TextsAsync(DesignerCatalog catalog, string culture)
    {
        var activities = await catalog.ListActivitiesAsync(
            CultureInfo.GetCultureInfo(culture),
            [],
            CancellationToken.None
        );
        return [.. activities.Where(activity => activity.IsBrowsable).SelectMany(TextsOf)];
    }

    private static IEnumerable<(string Where, string? Text)> TextsOf(ActivityDescription activity)
    {
        var type = activity.TypeName;
        yield return (type, activity.DisplayName);
        yield return (type, activity.Category);
        yield return (type, activity.Description);
        foreach (var input in activity.Inputs)
        {
            yield return ($"{type}.{input.Name}", input.DisplayName);
            yield return ($"{type}.{input.Name}", input.Description);
        }
        foreach (var output in activity.Outputs)
        {
            yield return ($"{type}.{output.Name}", output.DisplayName);
            yield return ($"{type}.{output.Name}", output.Description);
        }
        foreach (var port in activity.Ports)
        {
            yield return ($"{type}.{port.Name}", port.DisplayName);
        }
    }
}
