namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>How the ids of instances look in Elsa's answers and requests.</summary>
internal static class ElsaIds
{
    public static string Of(Guid instance) => instance.ToString("N");

    /// <summary>The ids among texts; what is none names nothing.</summary>
    public static IEnumerable<Guid> Read(IEnumerable<string?>? texts)
    {
        foreach (var text in texts ?? [])
        {
            if (Guid.TryParse(text, out var id))
            {
                yield return id;
            }
        }
    }

    /// <summary>The id that a text is; an id that nothing has where it is none.</summary>
    public static Guid Read(string? text) => Guid.TryParse(text, out var id) ? id : Guid.Empty;
}
