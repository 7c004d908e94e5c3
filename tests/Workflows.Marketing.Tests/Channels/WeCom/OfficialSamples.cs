using System.Text.Json.Nodes;

namespace Workflows.Marketing.Tests.Channels.WeCom;

/// <summary>Reads <c>official-samples.txt</c>.</summary>
internal static class OfficialSamples
{
    public static IReadOnlyDictionary<string, OfficialSample> All { get; } = Read();

    private static Dictionary<string, OfficialSample> Read()
    {
        var samples = new Dictionary<string, OfficialSample>();
        string path = "";
        foreach (
            var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Channels/WeCom/official-samples.txt"))
        )
        {
            if (line.StartsWith('/') && !line.StartsWith("//", StringComparison.Ordinal))
            {
                path = line;
                samples[path] = new OfficialSample(null, null);
            }
            else if (line.StartsWith("REQ ", StringComparison.Ordinal))
            {
                samples[path] = samples[path] with { Request = JsonNode.Parse(line[4..]) };
            }
            else if (line.StartsWith("RES ", StringComparison.Ordinal))
            {
                samples[path] = samples[path] with { Answer = JsonNode.Parse(line[4..]) };
            }
        }

        return samples;
    }
}
