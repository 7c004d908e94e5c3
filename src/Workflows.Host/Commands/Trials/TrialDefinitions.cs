using System.Text.Json;
using Workflows.Host.Json;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Json;

namespace Workflows.Host.Commands.Trials;

/// <summary>The definitions that a run may need: the one that is run, and those beside it that it may start or embed.</summary>
internal sealed class TrialDefinitions
{
    private const long MostBytes = 16 * 1024 * 1024;

    private readonly Dictionary<string, WorkflowGraph?> _graphs = new(StringComparer.Ordinal);
    private readonly WorkflowCompiler _compiler;
    private readonly IReadOnlyList<WorkflowDefinition> _definitions;
    private readonly EmbeddedWorkflows _embedded;

    private TrialDefinitions(WorkflowCompiler compiler, IReadOnlyList<WorkflowDefinition> definitions)
    {
        _compiler = compiler;
        _definitions = definitions;
        _embedded = new EmbeddedWorkflows(definitions);
    }

    /// <summary>The definition that is run, compiled, with all that is to be said about it.</summary>
    public required WorkflowCompilation Main { get; init; }

    /// <summary>Where the definition that is run was read from.</summary>
    public required string Path { get; init; }

    /// <summary>All graphs that can be compiled.</summary>
    public IEnumerable<WorkflowGraph> Graphs =>
        _definitions.Select(definition => Find(definition.DefinitionId)).OfType<WorkflowGraph>();

    /// <summary>Reads a file with its neighbours, or a folder.</summary>
    /// <param name="path">A definition, or a folder of definitions.</param>
    /// <param name="id">The id or name of the one to run, where there are several.</param>
    /// <param name="further">Files and folders with definitions that it may start or embed.</param>
    /// <param name="compiler">Compiles them.</param>
    /// <exception cref="BadInputException">There is no such definition, or it cannot be read.</exception>
    public static TrialDefinitions Read(string path, string? id, IEnumerable<string> further, WorkflowCompiler compiler)
    {
        var neighbours = Directory.Exists(path)
            ? FilesOf(path, SearchOption.AllDirectories)
            : FilesOf(
                System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!,
                SearchOption.TopDirectoryOnly
            );
        var others = neighbours
            .Concat(further.SelectMany(Expand))
            .Where(file => !IsSame(file, path))
            .Distinct(StringComparer.Ordinal)
            .Select(TryRead)
            .OfType<(string Path, WorkflowDefinition Definition)>()
            .ToList();
        var main = Directory.Exists(path) ? Choose(path, id, others) : ReadMain(path);
        WorkflowDefinition[] all =
        [
            main.Definition,
            .. others.Where(other => other.Definition != main.Definition).Select(other => other.Definition),
        ];
        var definitions = new TrialDefinitions(compiler, all)
        {
            Path = main.Path,
            Main = compiler.Compile(main.Definition, new EmbeddedWorkflows(all)),
        };
        definitions._graphs[main.Definition.DefinitionId] = definitions.Main.Graph;
        return definitions;
    }

    /// <summary>A workflow by its id; null when there is none.</summary>
    public WorkflowGraph? Find(string definitionId)
    {
        if (_graphs.TryGetValue(definitionId, out var known))
        {
            return known;
        }

        var found = _definitions
            .Where(definition => string.Equals(definition.DefinitionId, definitionId, StringComparison.Ordinal))
            .MaxBy(definition => definition.Version);
        return _graphs[definitionId] = found is null ? null : _compiler.Compile(found, _embedded).Graph;
    }

    private static (string Path, WorkflowDefinition Definition) ReadMain(string path)
    {
        var text = JsonText.ReadFile(path);
        var document = JsonText.ParseDocument(text, path);
        if (document.ValueKind == JsonValueKind.Object && document.TryGetProperty("activities", out _))
        {
            throw new BadInputException(
                $"{path}: activities without a root are a definition of Elsa 1 or 2; import it into Elsa 3 and export it again."
            );
        }

        var reading = ElsaReader.Read(document);
        DocumentMistakes.ThrowIfAny(path, reading.Diagnostics);
        return (path, reading.Definition ?? throw new BadInputException($"{path}: this is not a workflow definition."));
    }

    private static (string Path, WorkflowDefinition Definition) Choose(
        string folder,
        string? id,
        List<(string Path, WorkflowDefinition Definition)> found
    )
    {
        var named = found.FindAll(one =>
            id is null
            || string.Equals(one.Definition.DefinitionId, id, StringComparison.Ordinal)
            || string.Equals(one.Definition.Name, id, StringComparison.Ordinal)
        );
        return named switch
        {
            [var one] => one,
            [] when found.Count == 0 => throw new BadInputException($"{folder}: there is no workflow definition."),
            _ => throw new BadInputException(
                $"{folder}: choose with --id one of {string.Join(", ", found.Select(one => one.Definition.DefinitionId).Distinct(StringComparer.Ordinal))}."
            ),
        };
    }

    private static IEnumerable<string> Expand(string path) =>
        Directory.Exists(path) ? FilesOf(path, SearchOption.AllDirectories)
        : File.Exists(path) ? [path]
        : throw new BadInputException($"{path}: no such file.");

    private static IEnumerable<string> FilesOf(string folder, SearchOption depth) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json", depth).Order(StringComparer.Ordinal) : [];

    /// <summary>A neighbour that is no definition is none of our business.</summary>
    private static (string Path, WorkflowDefinition Definition)? TryRead(string path) =>
        new FileInfo(path).Length <= MostBytes
        && ElsaReader.Read(JsonText.ReadFile(path)).Definition is { } definition
        && definition.Root.ValueKind == JsonValueKind.Object
            ? (path, definition)
            : null;

    private static bool IsSame(string left, string right) =>
        string.Equals(System.IO.Path.GetFullPath(left), System.IO.Path.GetFullPath(right), StringComparison.Ordinal);
}
