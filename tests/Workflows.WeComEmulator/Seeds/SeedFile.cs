using System.Text.Json;

namespace Workflows.WeComEmulator.Seeds;

/// <summary>Reads a company from JSON; the demo is a chain of coffee shops.</summary>
public static class SeedFile
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The coffee chain of the demo.</summary>
    public static CorpSeed Demo()
    {
        using var stream = typeof(SeedFile).Assembly.GetManifestResourceStream(
            "Workflows.WeComEmulator.Seeds.coffee-chain.json"
        )!;
        return JsonSerializer.Deserialize<CorpSeed>(stream, Format)!;
    }

    /// <exception cref="JsonException">The file is no company.</exception>
    public static CorpSeed Read(string path)
    {
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<CorpSeed>(stream, Format) ?? new CorpSeed();
    }
}
