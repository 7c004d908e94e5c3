using System.Text.Json;
using Microsoft.Extensions.FileProviders;
using Workflows.Host.Commands;

namespace Workflows.Host.Studio;

/// <summary>The files of Elsa Studio as npm installed them, beside the program or in the checkout.</summary>
/// <param name="Folder">Where they are; null where they are not installed.</param>
/// <param name="Version">The package's version.</param>
internal sealed record StudioPackage(string? Folder, string Version)
{
    private const string InModules = "node_modules/@elsa-workflows/elsa-studio-wasm";

    /// <summary>The files, or none.</summary>
    public IFileProvider Files { get; } = Folder is null ? new NullFileProvider() : new PhysicalFileProvider(Folder);

    public bool IsInstalled => Folder is not null;

    /// <summary>Looks for the package in the home folder, beside the program, and in the current folder.</summary>
    public static StudioPackage Find() =>
        In(
            Environment.GetEnvironmentVariable(Library.Variable),
            AppContext.BaseDirectory,
            Environment.CurrentDirectory
        );

    /// <summary>Looks for the package in folders, the first one first.</summary>
    public static StudioPackage In(params IEnumerable<string?> roots)
    {
        var folder = roots
            .Where(root => root is not null)
            .Select(root => Path.GetFullPath(Path.Combine(root!, "studio", InModules)))
            .FirstOrDefault(candidate => File.Exists(Path.Combine(candidate, "package.json")));
        return new StudioPackage(folder, folder is null ? "0" : ReadVersion(folder));
    }

    private static string ReadVersion(string folder)
    {
        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "package.json")));
        return package.RootElement.GetProperty("version").GetString() ?? "0";
    }
}
