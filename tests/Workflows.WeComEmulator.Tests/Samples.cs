using System.Text.Json;

namespace Workflows.WeComEmulator.Tests;

/// <summary>The platform's own samples of requests and answers.</summary>
internal static class Samples
{
    private static readonly Dictionary<string, (JsonElement? Request, JsonElement? Answer)> All = Read();

    public static IEnumerable<string> Paths => All.Keys;

    public static JsonElement? Request(string path) => All[path].Request;

    public static JsonElement? Answer(string path) => All[path].Answer;

    public static string Text(string name)
    {
        using var stream = typeof(Samples).Assembly.GetManifestResourceStream(
            $"Workflows.WeComEmulator.Tests.Fixtures.{name}"
        )!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static Dictionary<string, (JsonElement? Request, JsonElement? Answer)> Read()
    {
        Dictionary<string, (JsonElement? Request, JsonElement? Answer)> samples = [];
        var path = string.Empty;
        foreach (var line in Text("samples.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('/'))
            {
                path = line["/cgi-bin/".Length..];
                samples[path] = (null, null);
            }
            else if (line.StartsWith("REQ ", StringComparison.Ordinal))
            {
                samples[path] = samples[path] with { Request = Parse(line) };
            }
            else if (line.StartsWith("RES ", StringComparison.Ordinal))
            {
                samples[path] = samples[path] with { Answer = Parse(line) };
            }
        }

        return samples;
    }

    private static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(line[4..]);
        return document.RootElement.Clone();
    }
}
