using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Documents;

namespace Workflows.Host.Commands;

/// <summary>What <c>validate --json</c> prints.</summary>
/// <param name="Valid">Whether no document has an error.</param>
/// <param name="Documents">The documents.</param>
internal sealed record ValidationReport(bool Valid, IReadOnlyList<ValidatedDocument> Documents)
{
    public static ValidationReport From(IReadOnlyList<CheckedDocument> documents, Language language) =>
        new(
            documents.All(document => document.IsValid),
            [.. documents.Select(document => ValidatedDocument.From(document, language))]
        );

    public void Print(Terminal terminal, bool asJson)
    {
        if (asJson)
        {
            terminal.WriteJson(this);
            return;
        }

        var table = new Table().AddColumns("File", "Kind", "", "Where", "What");
        foreach (var document in Documents)
        {
            AddRows(table, document);
        }

        terminal.Results.Write(table);
    }

    private static void AddRows(Table table, ValidatedDocument document)
    {
        var verdict = document.Valid ? "[green]valid[/]" : "[red]errors[/]";
        table.AddRow(Markup.Escape(document.File), document.Kind.ToString(), verdict, "", "");
        foreach (var diagnostic in document.Diagnostics)
        {
            table.AddRow(
                "",
                "",
                $"{diagnostic.Severity} {diagnostic.Code}",
                Markup.Escape(diagnostic.PathName ?? diagnostic.Path ?? ""),
                Markup.Escape($"{diagnostic.Message} {diagnostic.Remedy}".TrimEnd())
            );
        }
    }
}
