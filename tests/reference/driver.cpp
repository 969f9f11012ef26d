// Answers lines with the reference's engine: reads them from the standard input and writes a reply for each.
// REFERENCE is the path of the reference's eliza.cpp, in quotation marks.
#define main main_of_the_reference
#include REFERENCE
#undef main

int main(int count, const char * arguments[])
{
    if (count != 2) {
        std::cerr << "usage: driver SCRIPT < LINES\n";
        return 2;
    }

    std::ifstream file(arguments[1]);
    elizascript::script script;
    elizascript::read<std::ifstream>(file, script);
    elizalogic::eliza eliza(script.rules, script.mem_rule);
    for (std::string line; std::getline(std::cin, line);)
        std::cout << eliza.response(line) << '\n';
}
