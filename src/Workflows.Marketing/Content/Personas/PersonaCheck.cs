using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Content;

/// <summary>Says everything that is wrong with a persona before it is kept.</summary>
public static class PersonaCheck
{
    private const int LongestName = 100;
    private const int LongestText = 2_000;
    private const int MostWords = 500;

    /// <summary>All mistakes, with JSON paths; none for a persona that can be kept.</summary>
    public static IReadOnlyList<Diagnostic> Run(Persona persona)
    {
        ArgumentNullException.ThrowIfNull(persona);
        List<Diagnostic> found = [];
        if (!ContentCheck.IsId(persona.Id))
        {
            found.Add(
                new Diagnostic(
                    ContentCodes.Text,
                    "An id has 1 to 64 lower case letters, digits and hyphens.",
                    "$.id",
                    Remedy: "Write an id such as founder."
                )
            );
        }

        Check(persona.Name, LongestName, "$.name", found, isNeeded: true);
        Check(persona.Positioning, LongestText, "$.positioning", found);
        Check(persona.Tone, LongestText, "$.tone", found);
        Check(persona.Template, LongestText, "$.template", found);
        if (persona.ForbiddenWords.Count > MostWords || persona.ForbiddenWords.Any(string.IsNullOrWhiteSpace))
        {
            found.Add(
                new Diagnostic(ContentCodes.Text, $"At most {MostWords} words, none of them empty.", "$.forbiddenWords")
            );
        }

        foreach (var (picture, path) in new[] { (persona.Avatar, "$.avatar"), (persona.Background, "$.background") })
        {
            if (picture is not null && MediaInspection.Claimed(picture) != MediaType.Image)
            {
                found.Add(
                    new Diagnostic(
                        ContentCodes.File,
                        $"'{picture}' is not a picture.",
                        path,
                        Remedy: "Name a .jpg, .png or .gif file."
                    )
                );
            }
        }

        return found;
    }

    private static void Check(string? text, int longest, string path, List<Diagnostic> found, bool isNeeded = false)
    {
        if (string.IsNullOrWhiteSpace(text) ? isNeeded : text.Length > longest)
        {
            found.Add(new Diagnostic(ContentCodes.Text, $"1 to {longest} printable characters are needed here.", path));
        }
    }
}
