using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Workflows.Storage.Segments;

/// <summary>SQLite's words for <see cref="SegmentFunctions"/>.</summary>
internal static class SqliteFunctions
{
    private static readonly RelationalTypeMapping Integer = new LongTypeMapping("INTEGER");

    public static void Map(ModelBuilder model)
    {
        Map(model, SegmentFunctions.TicksMethod, arguments => SqlPieces.Cast(arguments[0], typeof(long), Integer));
        Map(model, SegmentFunctions.LongMethod, arguments => SqlPieces.Cast(arguments[0], typeof(long), Integer));
        Map(
            model,
            SegmentFunctions.PositionMethod,
            arguments => SqlPieces.Function("instr", typeof(int), IntTypeMapping.Default, [.. arguments])
        );
        Map(model, SegmentFunctions.FirstMethod, arguments => Part(arguments[0], SqlPieces.Number(1), arguments[1]));
        Map(model, SegmentFunctions.LastMethod, arguments => Part(arguments[0], Negative(arguments[1])));
        Map(
            model,
            SegmentFunctions.CountElementsMethod,
            arguments => SqlPieces.Function("json_array_length", typeof(int), IntTypeMapping.Default, arguments[0])
        );
        // The arrow gives a number as it is written, of which the decimal is read; json_extract would round it.
        Map(
            model,
            SegmentFunctions.NumberMethod,
            arguments =>
                SqlPieces.When(
                    SqlPieces.Or(Is(arguments, "integer"), Is(arguments, "real")),
                    new SqlFunctionExpression(
                        schema: null,
                        "->",
                        [arguments[0], Path(arguments[1])],
                        nullable: true,
                        [false, false],
                        typeof(decimal),
                        typeMapping: null
                    )
                )
        );
        Map(
            model,
            SegmentFunctions.FlagMethod,
            arguments =>
                SqlPieces.When(
                    SqlPieces.Or(Is(arguments, "true"), Is(arguments, "false")),
                    SqlPieces.Find(
                        "json_extract",
                        typeof(bool),
                        BoolTypeMapping.Default,
                        arguments[0],
                        Path(arguments[1])
                    )
                )
        );
        Map(
            model,
            SegmentFunctions.TextMethod,
            arguments =>
                SqlPieces.When(
                    Is(arguments, "text"),
                    SqlPieces.Find(
                        "json_extract",
                        typeof(string),
                        arguments[0].TypeMapping,
                        arguments[0],
                        Path(arguments[1])
                    )
                )
        );
        Map(model, SegmentFunctions.HasMethod, arguments => SqlPieces.IsNotNull(Kind(arguments)));
    }

    private static void Map(
        ModelBuilder model,
        System.Reflection.MethodInfo method,
        Func<IReadOnlyList<SqlExpression>, SqlExpression> translation
    ) => model.HasDbFunction(method).HasTranslation(translation);

    private static SqlExpression Part(SqlExpression text, params SqlExpression[] place) =>
        SqlPieces.Function("substr", typeof(string), text.TypeMapping, [text, .. place]);

    private static SqlExpression Is(IReadOnlyList<SqlExpression> arguments, string kind) =>
        SqlPieces.Equal(Kind(arguments), SqlPieces.Text(kind));

    private static SqlExpression Kind(IReadOnlyList<SqlExpression> arguments) =>
        SqlPieces.Find("json_type", typeof(string), StringTypeMapping.Default, arguments[0], Path(arguments[1]));

    // Names come from rules as constants and are known to have no character that a path would understand.
    private static SqlExpression Path(SqlExpression name) =>
        SqlPieces.Text($"$.\"{((SqlConstantExpression)name).Value}\"");

    private static SqlExpression Negative(SqlExpression count) =>
        SqlPieces.Number(-(int)((SqlConstantExpression)count).Value!);
}
