using Workflows.Marketing.Templates;

namespace Workflows.Marketing.Tests.Templates;

/// <summary>The templates of this checkout.</summary>
internal static class Shelf
{
    public static TemplateShelf Shipped { get; } = new(Root());

    public static (Template Template, TemplateFiles Files) Read(string name)
    {
        var reading = Shipped.Read(name)!;
        Assert.Empty(reading.Diagnostics);
        return (reading.Template!, reading.Files!);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Workflows.sln")))
        {
            folder =
                Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tree has no Workflows.sln.");
        }

        return folder;
    }
}
