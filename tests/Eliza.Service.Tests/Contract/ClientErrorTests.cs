using System.Text.RegularExpressions;
using Eliza.Testing;

namespace Eliza.Service.Tests.Contract;

/// <summary>
/// The table in docs/contract.md about clients and errors. Two other places check columns with the library itself: tests/clients has
/// the libraries for JavaScript and the AI SDK, Eliza.Cli.Tests has the library for .NET.
/// </summary>
public class ClientErrorTests
{
    private readonly ErrorTable _table = ErrorTable.Read();

    public static IEnumerable<object[]> Errors => AllErrors.List().Select(error => (error.Status, error.Code)).Distinct().Select(error => (object[])[error.Status, error.Code]);

    [Theory]
    [MemberData(nameof(Errors))]
    public void Each_error_has_one_row_that_says_what_each_client_makes_of_it(int status, string code)
    {
        foreach (var client in (string[])["OpenAI, Python", "OpenAI, JavaScript", "OpenAI, .NET", "Vercel", "LiteLLM"])
            _table.Cell(status, code, client).ShouldMatch("^`[A-Za-z]+`(, .+)?$");
    }

    [Fact]
    public void No_row_is_of_an_error_that_there_is_not()
    {
        var errors = AllErrors.List();
        foreach (var (status, code) in ErrorTable.Read().Rows)
            errors.ShouldContain(error => $"{error.Status}" == status && (code == ErrorTable.AnyOther || code.Contains($"`{error.Code}`")), $"{status} {code}");
    }

    /// <summary>The rule of openai 1.95.1 for Python: <c>_make_status_error</c> in _client.py and <c>_should_retry</c> in _base_client.py.</summary>
    [Theory]
    [MemberData(nameof(Errors))]
    public void In_Python_the_status_says_which_exception_it_is(int status, string code) => _table.Cell(status, code, "OpenAI, Python").ShouldBe(status switch
    {
        400 => "`BadRequestError`",
        401 => "`AuthenticationError`",
        403 => "`PermissionDeniedError`",
        404 => "`NotFoundError`",
        >= 500 => "`InternalServerError`, sent again",
        _ => "`APIStatusError`",
    });

    [Fact]
    public void LiteLLM_makes_of_each_error_what_its_rule_says()
    {
        foreach (var error in ErrorTable.Sent())
        {
            var (name, status) = LiteLlm.Map(error.Status, error.Body);
            _table.Cell(error.Status, error.Code, "LiteLLM").ShouldBe($"`{name}`{(LiteLlm.Cools(status) ? ", cooled" : "")}", error.Body);
        }
    }

    [Fact]
    public void LiteLLM_takes_a_model_out_of_service_only_where_no_other_request_could_do_better()
    {
        var cooled = ErrorTable.Sent().Where(error => LiteLlm.Cools(LiteLlm.Map(error.Status, error.Body).Status)).Select(error => error.Code).Distinct();
        cooled.Order(StringComparer.Ordinal).ShouldBe(["internal_error", "invalid_api_key", "model_not_found"]);
    }

    [Fact]
    public void The_versions_that_the_document_names_are_those_of_the_tests()
    {
        var document = Text("docs/contract.md");
        var packages = Text("tests/clients/package.json");
        foreach (var name in (string[])["openai", "ai"])
            document.ShouldContain($"({name} {Regex.Match(packages, $"\"{name}\": \"(.+?)\"").Groups[1]})");
        document.ShouldContain($"(OpenAI {Regex.Match(Text("Directory.Packages.props"), "\"OpenAI\" Version=\"(.+?)\"").Groups[1]})");

        static string Text(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));
    }
}
