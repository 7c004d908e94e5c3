using System.CommandLine;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api.Contacts;
using Workflows.Marketing.Contacts;
using Workflows.Rules.Validation;

namespace Workflows.Host.Commands.Contacts;

/// <summary><c>contacts attributes [FILE]</c> and <c>contacts tags [FILE]</c>: what a workspace knows of its contacts' words, shown or replaced by a file.</summary>
internal static class CatalogCommands
{
    private static readonly Argument<string?> File = new("FILE")
    {
        Description = "A JSON document to put in its place; without one it is shown.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Attributes(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("attributes", "The attributes contacts may have: shown, or replaced by a file.")
            {
                File,
                CommonOptions.Lang,
            },
            terminal,
            async (parsed, services, output, cancellationToken) =>
            {
                var catalog = services.GetRequiredService<AttributeCatalog>();
                await ReplaceAsync(parsed, catalog.SaveAsync, cancellationToken);
                output.WriteJson(AttributeSchemaBody.From(await catalog.GetAsync(cancellationToken)));
            }
        );

    public static Command Tags(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("tags", "The groups of tags: shown, or replaced by a file.") { File, CommonOptions.Lang },
            terminal,
            async (parsed, services, output, cancellationToken) =>
            {
                var catalog = services.GetRequiredService<TagCatalog>();
                await ReplaceAsync(parsed, catalog.SaveAsync, cancellationToken);
                var book = await catalog.GetAsync(cancellationToken);
                output.WriteJson(new { groups = book.Groups.Select(TagGroupBody.From) });
            }
        );

    private static async Task ReplaceAsync(
        ParseResult parsed,
        Func<string, CancellationToken, Task<IReadOnlyList<Diagnostic>>> save,
        CancellationToken cancellationToken
    )
    {
        if (parsed.GetValue(File) is not { } path)
        {
            return;
        }

        if (!System.IO.File.Exists(path))
        {
            throw new BadInputException($"There is no file '{path}'.");
        }

        var text = await System.IO.File.ReadAllTextAsync(path, cancellationToken);
        if (await save(text, cancellationToken) is { Count: > 0 } mistakes)
        {
            var language = CommonOptions.ReadLang(parsed);
            throw new BadInputException(
                string.Join(
                    "; ",
                    mistakes.Select(found => found.In(language)).Select(one => $"{one.Code} {one.Path}: {one.Message}")
                )
            );
        }
    }
}
