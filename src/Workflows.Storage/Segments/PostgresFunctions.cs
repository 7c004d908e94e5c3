using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Workflows.Storage.Segments;

/// <summary>PostgreSQL's words for <see cref="SegmentFunctions"/>.</summary>
internal static class PostgresFunctions
{
    private static readonly RelationalTypeMapping Json = new StringTypeMapping("jsonb", dbType: null);
    private static readonly RelationalTypeMapping PlainJson = new StringTypeMapping("json", dbType: null);
    private static readonly RelationalTypeMapping Numeric = new DecimalTypeMapping("numeric");
    private static readonly RelationalTypeMapping Boolean = new BoolTypeMapping("boolean");
    private static readonly RelationalTypeMapping BigInt = new LongTypeMapping("bigint");

    public static void Map(ModelBuilder model)
    {
        Map(model, SegmentFunctions.TicksMethod, arguments => SqlPieces.Cast(arguments[0], typeof(long), BigInt));
        Map(model, SegmentFunctions.LongMethod, arguments => SqlPieces.Cast(arguments[0], typeof(long), BigInt));
        Map(
            model,
            SegmentFunctions.PositionMethod,
            arguments => SqlPieces.Function("strpos", typeof(int), IntTypeMapping.Default, [.. arguments])
        );
        Map(
            model,
            SegmentFunctions.FirstMethod,
            arguments => SqlPieces.Function("left", typeof(string), arguments[0].TypeMapping, [.. arguments])
        );
        Map(
            model,
            SegmentFunctions.LastMethod,
            arguments => SqlPieces.Function("right", typeof(string), arguments[0].TypeMapping, [.. arguments])
        );
        Map(
            model,
            SegmentFunctions.CountElementsMethod,
            arguments =>
                SqlPieces.Function(
                    "json_array_length",
                    typeof(int),
                    IntTypeMapping.Default,
                    SqlPieces.Cast(arguments[0], typeof(string), PlainJson)
                )
        );
        Map(
            model,
            SegmentFunctions.NumberMethod,
            arguments => Where(arguments, "number", SqlPieces.Cast(Member(arguments), typeof(decimal), Numeric))
        );
        Map(
            model,
            SegmentFunctions.FlagMethod,
            arguments => Where(arguments, "boolean", SqlPieces.Cast(Member(arguments), typeof(bool), Boolean))
        );
        Map(
            model,
            SegmentFunctions.TextMethod,
            arguments =>
                Where(
                    arguments,
                    "string",
                    SqlPieces.Find(
                        "jsonb_extract_path_text",
                        typeof(string),
                        arguments[0].TypeMapping,
                        Document(arguments[0]),
                        arguments[1]
                    )
                )
        );
        Map(model, SegmentFunctions.HasMethod, arguments => SqlPieces.IsNotNull(Member(arguments)));
    }

    private static void Map(
        ModelBuilder model,
        System.Reflection.MethodInfo method,
        Func<IReadOnlyList<SqlExpression>, SqlExpression> translation
    ) => model.HasDbFunction(method).HasTranslation(translation);

    private static SqlExpression Where(IReadOnlyList<SqlExpression> arguments, string kind, SqlExpression value) =>
        SqlPieces.When(
            SqlPieces.Equal(
                SqlPieces.Find("jsonb_typeof", typeof(string), StringTypeMapping.Default, Member(arguments)),
                SqlPieces.Text(kind)
            ),
            value
        );

    private static SqlExpression Member(IReadOnlyList<SqlExpression> arguments) =>
        SqlPieces.Find("jsonb_extract_path", typeof(string), Json, Document(arguments[0]), arguments[1]);

    // A document with a NUL, which PostgreSQL's JSON cannot hold, must not fail the question about all others.
    private static SqlExpression Document(SqlExpression text) =>
        SqlPieces.When(
            SqlPieces.Equal(
                SqlPieces.Function("strpos", typeof(int), IntTypeMapping.Default, text, SqlPieces.Text("\\u0000")),
                SqlPieces.Number(0)
            ),
            SqlPieces.Cast(text, typeof(string), Json)
        );
}
